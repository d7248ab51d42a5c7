using Microsoft.Extensions.Options;

namespace StoryBot.Core.Chat;

/// <summary>Checks each value on its own, by its attributes.</summary>
[OptionsValidator]
internal sealed partial class ChatOptionsValidator : IValidateOptions<ChatOptions>;
