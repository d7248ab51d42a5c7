using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Ticking;

namespace StoryBot.Core.Digests.Notices;

/// <summary>Runs the <see cref="NoticePipeline"/> from time to time; with the store away notices wait.</summary>
internal sealed class NoticeWorker(NoticePipeline pipeline, IOptions<NoticeOptions> options, TimeProvider clock, ILogger<NoticeWorker> logger)
    : RepeatedWork(options.Value.Interval, clock)
{
    /// <inheritdoc/>
    protected override Task WorkAsync(CancellationToken cancellationToken) => pipeline.RunAsync(cancellationToken);

    /// <inheritdoc/>
    protected override void Tell(Exception failure) => NoticeLog.Failed(logger, failure);
}
