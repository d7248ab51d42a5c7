namespace StoryBot.Core.Chat;

/// <summary>
/// Opens the feedback form on a platform where that is a call of its own. Whoever takes in a press of
/// <see cref="ChatAction.GiveFeedback"/> calls it at once: what triggers a form lasts for seconds.
/// </summary>
public interface IFeedbackForms
{
    /// <summary>The platform.</summary>
    PlatformId Platform { get; }

    /// <summary>Opens <see cref="FeedbackForm"/> for the person who pressed.</summary>
    /// <param name="trigger">What the platform gave with the press to open a form by.</param>
    /// <param name="context">What the form carries along.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    /// <exception cref="ChatSendException">It could not be opened.</exception>
    Task OpenAsync(string trigger, FeedbackContext context, CancellationToken cancellationToken);
}
