namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>How exact a figure is.</summary>
public enum FigurePrecision
{
    /// <summary>As measured.</summary>
    Exact,

    /// <summary>Rounded, or from several sources that differ slightly.</summary>
    About,

    /// <summary>A little less than the value.</summary>
    Nearly,

    /// <summary>More than the value.</summary>
    MoreThan,

    /// <summary>At most the value.</summary>
    UpTo,
}
