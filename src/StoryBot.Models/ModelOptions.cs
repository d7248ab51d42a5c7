using System.ComponentModel.DataAnnotations;

namespace StoryBot.Models;

/// <summary>
/// One model behind an OpenAI-compatible interface: OpenAI itself, Ollama, vLLM, a gateway. Off unless
/// <see cref="Model"/> is given. Bound twice, from <see cref="ChatSection"/> and from <see cref="EmbeddingSection"/>.
/// </summary>
public sealed class ModelOptions
{
    /// <summary>The section of the model that writes prose.</summary>
    public const string ChatSection = "Models:Chat";

    /// <summary>The section of the model that embeds texts for search.</summary>
    public const string EmbeddingSection = "Models:Embedding";

    /// <summary>The model's name, up to 200 characters: "gpt-4o-mini", "llama3.1". Default: none, and the model is off.</summary>
    [MaxLength(200)]
    public string? Model { get; set; }

    /// <summary>
    /// The interface's base address, http or https, usually ending in <c>/v1</c>: <c>http://localhost:11434/v1</c> for
    /// Ollama. Default: OpenAI's.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The key, a secret: from user secrets, the environment or a file. Default: none, as Ollama wants it.</summary>
    public string? Key { get; set; }

    /// <summary>How long one request may take, 1 second to 10 minutes. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Timeout must be between 00:00:01 and 00:10:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the model is on.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Model);
}
