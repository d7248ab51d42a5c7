using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace StoryBot.Host;

/// <summary>Checks every option before anything starts, so that a wrong one is told in a sentence and not as a fault.</summary>
internal static partial class OptionsCheck
{
    /// <summary>Runs an action that reads options, all options checked before it.</summary>
    /// <exception cref="UserMistake">Options are wrong; the message has a line for each.</exception>
    public static void Run(IServiceProvider services, Action? action = null)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            action?.Invoke();
        }
        catch (OptionsValidationException fault)
        {
            throw new UserMistake(Lines(fault.Failures));
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            throw new UserMistake(Lines(faults.InnerExceptions.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures)));
        }
    }

    private static string Lines(IEnumerable<string> failures) =>
        string.Join(Environment.NewLine, failures.Select(failure => Member().Replace(failure, string.Empty)).Distinct());

    // The validators put the property's name before a message that names the whole key.
    [GeneratedRegex(@"^\w+: (?=[A-Z]\w*:)")]
    private static partial Regex Member();
}
