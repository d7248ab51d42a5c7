namespace StoryBot.Core.Language;

/// <summary>What one unit in the last significant digit of a figure is worth.</summary>
internal static class SignificantStep
{
    /// <summary>The step of a figure: 100,000 for 5.6 million with two digits.</summary>
    /// <param name="value">The figure, above 0.</param>
    /// <param name="digits">How many digits are significant, at least 1.</param>
    public static decimal Of(decimal value, int digits)
    {
        var step = 1m;
        for (var left = value; left >= 10; left /= 10)
        {
            step *= 10;
        }

        for (var left = value; left < 1; left *= 10)
        {
            step /= 10;
        }

        for (var digit = 1; digit < digits; digit++)
        {
            step /= 10;
        }

        return step;
    }
}
