using Microsoft.Extensions.Options;

namespace StoryBot.Core.Digests.Notices;

/// <summary>Checks the ranges of <see cref="NoticeOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class NoticeOptionsValidator : IValidateOptions<NoticeOptions>;
