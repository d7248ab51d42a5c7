using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge;

/// <summary>How the loading of a pack ended: with a snapshot, or with errors in the report and none. Never both.</summary>
/// <param name="Snapshot">The knowledge; null when the report has errors.</param>
/// <param name="Report">What was found wrong; may hold warnings beside a snapshot.</param>
public sealed record KnowledgeLoad(KnowledgeSnapshot? Snapshot, LintReport Report);
