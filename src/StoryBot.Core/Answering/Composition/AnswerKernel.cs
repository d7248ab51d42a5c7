using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Answering.Composition;

/// <summary>
/// The kernel that answers from one snapshot: the story's plugin, the composing prompt, the filters that record evidence
/// and verify, and one or two chat services. Immutable; every answer works on a clone of its own.
/// </summary>
internal sealed class AnswerKernel
{
    private readonly Kernel _kernel;
    private readonly KernelFunction _compose;
    private readonly KernelFunction _search;
    private readonly PromptExecutionSettings _extractive = new() { ServiceId = ExtractiveComposer.ServiceId };
    private readonly PromptExecutionSettings _model = new() { ServiceId = ChatModel.ServiceId, FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

    public AnswerKernel(IEvidenceSearch search, StoryProfile profile, AnswerVerifier verifier, ChatModel? model)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddKeyedSingleton<IChatCompletionService>(ExtractiveComposer.ServiceId, new ExtractiveComposer(profile));
        if (model is not null)
        {
            builder.Services.AddKeyedSingleton(ChatModel.ServiceId, model.Service);
        }

        _kernel = builder.Build();
        _search = _kernel.Plugins.AddFromObject(new StoryPlugin(search, verifier), StoryPlugin.Name)[StoryPlugin.SearchFunction];
        _kernel.FunctionInvocationFilters.Add(new VerificationFilter(verifier));
        _kernel.AutoFunctionInvocationFilters.Add(new EvidenceRecordingFilter());
        _compose = KernelFunctionFactory.CreateFromPrompt(ComposingPrompt.Template, functionName: VerificationFilter.ComposeFunction);
    }

    /// <summary>A kernel for one answer.</summary>
    public Kernel Begin(AnswerContext context)
    {
        var kernel = _kernel.Clone();
        context.Enter(kernel);
        return kernel;
    }

    /// <summary>Searches by the story's function.</summary>
    public async Task<EvidenceListing> SearchAsync(Kernel kernel, string query, int top, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments { ["query"] = query, ["top"] = top };
        var result = await _search.InvokeAsync(kernel, arguments, cancellationToken);
        return result.GetValue<EvidenceListing>() ?? throw new InvalidOperationException("The search function returned no listing.");
    }

    /// <summary>Composes with the model or without one, and verifies.</summary>
    public async Task<VerificationResult> ComposeAsync(Kernel kernel, ComposingPrompt prompt, bool useModel, CancellationToken cancellationToken)
    {
        var arguments = prompt.Arguments(useModel ? _model : _extractive);
        var result = await _compose.InvokeAsync(kernel, arguments, cancellationToken);
        return result.GetValue<VerificationResult>() ?? throw new InvalidOperationException("The composing function was not verified.");
    }
}
