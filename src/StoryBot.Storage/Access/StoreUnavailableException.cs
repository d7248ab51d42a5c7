namespace StoryBot.Storage.Access;

/// <summary>The store cannot be worked with just now; it may be back soon.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>A failure with its reason.</summary>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
