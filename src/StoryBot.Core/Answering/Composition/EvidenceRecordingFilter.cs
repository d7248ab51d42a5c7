using Microsoft.SemanticKernel;

namespace StoryBot.Core.Answering.Composition;

/// <summary>
/// Enters what a model found by function calling in the ledger of its answer, so that it can be cited: evidence that no
/// function returned cannot be.
/// </summary>
internal sealed class EvidenceRecordingFilter : IAutoFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        await next(context);
        if (context.Result.GetValue<object>() is EvidenceListing listing)
        {
            context.Result = new FunctionResult(context.Result, listing.Entries.ToList());
        }
    }
}
