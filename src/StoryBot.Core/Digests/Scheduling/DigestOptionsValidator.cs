using Microsoft.Extensions.Options;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>Checks each value on its own, by its attributes.</summary>
[OptionsValidator]
internal sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;

/// <summary>Checks that there is such a time zone.</summary>
internal sealed class DigestOptionsRules : IValidateOptions<DigestOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DigestOptions options) =>
        string.IsNullOrWhiteSpace(options.TimeZone) || ZoneNames.Find(options.TimeZone) is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Digests:TimeZone is \"{options.TimeZone}\", on which this machine has no data; give an IANA name such as Europe/Berlin, install tzdata where it is missing, or leave it at UTC.");
}
