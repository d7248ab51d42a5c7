using Microsoft.Extensions.Options;

namespace StoryBot.Models;

/// <summary>Checks the values against each other; names the keys by the section, which is the options' name.</summary>
internal sealed class ModelOptionsRules : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var faults = new List<string>();
        if (options.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https"))
        {
            faults.Add($"{name}:Endpoint is \"{endpoint}\"; it must be an http or https address such as http://localhost:11434/v1.");
        }

        if (!options.IsOn && (options.Endpoint is not null || !string.IsNullOrEmpty(options.Key)))
        {
            faults.Add($"{name}:Model is missing while {name}:Endpoint or {name}:Key is set; name the model, or remove the others to run without one.");
        }

        if (options.IsOn && options.Endpoint is null && string.IsNullOrEmpty(options.Key))
        {
            faults.Add($"{name}:Model is \"{options.Model}\" but there is neither {name}:Key (for OpenAI) nor {name}:Endpoint (for another server).");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
