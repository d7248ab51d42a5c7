using Microsoft.Extensions.Options;

namespace StoryBot.Core.Digests.Posting;

/// <summary>Checks the ranges of <see cref="PostingOptions"/>.</summary>
[OptionsValidator]
public sealed partial class PostingOptionsValidator : IValidateOptions<PostingOptions>;
