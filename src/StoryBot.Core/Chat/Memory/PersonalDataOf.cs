namespace StoryBot.Core.Chat.Memory;

/// <summary>The personal data of those parts that keep any. Safe to share between threads.</summary>
/// <param name="parts">The parts; null for one that there is not.</param>
internal sealed class PersonalDataOf(params object?[] parts) : IPersonalData
{
    private readonly IReadOnlyList<IPersonalData> _parts = [.. parts.OfType<IPersonalData>().Distinct()];

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        foreach (var part in _parts)
        {
            await part.ForgetAsync(platform, person, cancellationToken);
        }
    }
}
