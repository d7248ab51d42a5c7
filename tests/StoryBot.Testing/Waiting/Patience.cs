namespace StoryBot.Testing.Waiting;

/// <summary>How long a test waits for a signal that ought to come: the one limit for all of them, generous for slow machines.</summary>
public static class Patience
{
    /// <summary>The limit, 60 seconds. Nothing that goes right takes as long.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Waits for a task under the limit.</summary>
    public static Task<T> Within<T>(this Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.WaitAsync(Limit);
    }

    /// <summary>Waits for a task under the limit.</summary>
    public static Task Within(this Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.WaitAsync(Limit);
    }
}
