using Microsoft.SemanticKernel;
using StoryBot.Core.Answering.Composition;

namespace StoryBot.Core.Answering.Verification;

/// <summary>
/// Stands around the composing function: whatever service wrote the draft, what leaves the function is the verifier's
/// result and never the draft.
/// </summary>
internal sealed class VerificationFilter(AnswerVerifier verifier) : IFunctionInvocationFilter
{
    /// <summary>The name of the function that composes.</summary>
    public const string ComposeFunction = "compose_answer";

    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context);
        if (context.Function.Name == ComposeFunction)
        {
            var answer = AnswerContext.Of(context.Kernel);
            var draft = DraftText.Read(context.Result.GetValue<string>() ?? string.Empty, answer.Ledger);
            context.Result = new FunctionResult(context.Result, verifier.Verify(draft, answer.Scope));
        }
    }
}
