namespace StoryBot.Core.Chat.Memory;

/// <summary>Something that keeps what people asked or said, and forgets it on request. Safe to share between threads.</summary>
public interface IPersonalData
{
    /// <summary>Deletes a person's questions and feedback, and what was said in answer.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="person">The platform's id of the person.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken);
}
