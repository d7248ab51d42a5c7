using StoryBot.Core.Answering.Understanding.Cues;

namespace StoryBot.Core.Answering.Understanding.Intents;

/// <summary>The turns of phrase that tell what kind of answer is wanted, each with its weight: 10 settles it, 2 hints.</summary>
internal static class IntentCues
{
    private static readonly (string, Intent, int)[] Timeline =
    [
        ("timeline|timelines|chronology|chronological|chronologically", Intent.Timeline, 12),
        ("sequence|order|course of events", Intent.Timeline, 12),
        ("what happened when", Intent.Timeline, 12),
        ("when did what happen", Intent.Timeline, 12),
        ("dates", Intent.Timeline, 4),
        ("day by day", Intent.Timeline, 10),
        ("in what order", Intent.Timeline, 10),
        ("key|important|main dates|events|milestones", Intent.Timeline, 10),
        ("history of", Intent.Timeline, 6),
        ("how did _4 unfold|evolve|develop", Intent.Timeline, 9),
    ];

    private static readonly (string, Intent, int)[] Summary =
    [
        ("summarise|summarize|summary|summaries|summarised|summarized|summing", Intent.Summary, 12),
        ("overview|recap|roundup|briefing|digest|gist|nutshell|rundown", Intent.Summary, 11),
        ("^ brief me|us", Intent.Summary, 11),
        ("whole|entire|full story|thing|affair|saga in|for|on", Intent.Summary, 11),
        ("in|into # lines|sentences|bullets|words|paragraphs|points", Intent.Summary, 8),
        ("in|into two|three|four|five|six|few lines|sentences|bullets|words|paragraphs|points", Intent.Summary, 8),
        ("^ sum up|of", Intent.Summary, 12),
        ("tldr|tl dr?", Intent.Summary, 11),
        ("catch|bring|get me|us up", Intent.Summary, 11),
        ("what is|was the story|gist|situation|background|context $", Intent.Summary, 11),
        ("what is this|the story|all|thing about", Intent.Summary, 11),
        ("what is this about", Intent.Summary, 11),
        ("key|main points|facts|takeaways|findings", Intent.Summary, 10),
        ("what happened $", Intent.Summary, 9),
        ("what happened to|with|in|on|at", Intent.Summary, 3),
        ("what is going|happening on?", Intent.Summary, 8),
        ("what is new|known", Intent.Summary, 7),
        ("what do we|you know about", Intent.Summary, 8),
        ("^ tell me|us _2 about", Intent.Summary, 7),
        ("^ about", Intent.Summary, 3),
        ("^ what|how about", Intent.Summary, 4),
        ("^ tell me|us? more", Intent.Summary, 8),
        ("^ more|details|continue", Intent.Summary, 5),
        ("go on", Intent.Summary, 8),
        ("how did _3 market|markets|investors|industry|world react|respond", Intent.Summary, 6),
        ("reaction|reactions|fallout|aftermath|response", Intent.Summary, 4),
    ];

    private static readonly (string, Intent, int)[] Sources =
    [
        ("source|sources", Intent.Source, 11),
        ("citation|citations|reference|references|evidence|proof", Intent.Source, 8),
        ("^ cite", Intent.Source, 10),
        ("where did|do|does|is|was _6 come|comes|came|coming from", Intent.Source, 11),
        ("where did|do|does _14 come|comes|came from", Intent.Source, 11),
        ("where did you|they _2 get|find|read|hear", Intent.Source, 11),
        ("where is|was|did _4 reported|published|documented|written|printed", Intent.Source, 9),
        ("which|what article|articles|outlet|outlets|paper|papers|report|reports|publication|newspaper|website _3 report*|said|says|say|publish*|cover*|carried|printed|wrote|ran|claims|claimed", Intent.Source, 10),
        ("which|what wire|outlet|paper|newspaper|site|website|agency|magazine|publication|broadcaster|channel _3 ran|run|carried|carry|broke|published|printed|reported|quoted", Intent.Source, 12),
        ("who reported|published|printed", Intent.Source, 7),
        ("based on what", Intent.Source, 9),
        ("link|links|url", Intent.Source, 5),
    ];

    private static readonly (string, Intent, int)[] Lists =
    [
        ("^ list|enumerate", Intent.List, 12),
        ("^ name the|all|every|some|any|#|two|three|four|five|six|seven", Intent.List, 12),
        ("list of|all|every|everyone|everybody|the", Intent.List, 11),
        ("^ show|give _2 all|every|everyone|everything", Intent.List, 11),
        ("who|everyone|everybody|anyone _3 quoted", Intent.List, 8),
        ("who all", Intent.List, 9),
        ("all the|of?", Intent.List, 4),
        ("^ which|what companies|firms|people|persons|analysts|stocks|shares|models|claims|quotes|figures|countries|banks|investors|benchmarks|products|organisations|organizations|groups|experts|officials|tests|labs|startups|indices|indexes|critics|places|parties|towns|sources|numbers|facts|rules|laws|others|ones", Intent.List, 8),
        ("^ who are|were the|all", Intent.List, 7),
        ("^ what are|were the? _2 claims|figures|numbers|quotes|quotations|statements|arguments|reasons|benchmarks|scores|opinions|views", Intent.List, 8),
        ("^ quotes|quotations|claims|figures|entities", Intent.List, 8),
        ("^ any other|others|more", Intent.List, 5),
        ("^ which|what _8 list|lists|listed|mention|mentions|mentioned|name|names|named $", Intent.List, 6),
        ("^ which|what #|two|three|four|five|six|seven|eight|nine|ten", Intent.List, 6),
        ("^ what|who are|were the? #|two|three|four|five|six|seven|eight|nine|ten", Intent.List, 7),
    ];

    private static readonly (string, Intent, int)[] Comparisons =
    [
        ("^ compare|contrast", Intent.Compare, 13),
        ("vs|versus", Intent.Compare, 10),
        ("compared|comparison|comparing", Intent.Compare, 8),
        ("how do|does|did _6 compare|stack|differ|fare against?", Intent.Compare, 11),
        ("difference|differences between|from", Intent.Compare, 12),
        ("differ from", Intent.Compare, 9),
        ("better|worse|cheaper|costlier|faster|slower|bigger|larger|smaller|stronger|weaker|higher|lower|more|less|older|newer|longer|shorter|safer than", Intent.Compare, 5),
        ("more|less * than", Intent.Compare, 5),
        ("beat|beats|beaten|outperform|outperforms|outperformed|surpass|surpasses|surpassed|outscore|outscores|overtake|match|matches|trail|trails", Intent.Compare, 4),
        ("which|who _3 better|worse|cheaper|faster|bigger|larger|more|higher|lower", Intent.Compare, 5),
        ("side by side", Intent.Compare, 10),
        ("relative to", Intent.Compare, 5),
    ];

    private static readonly (string, Intent, int)[] WhoSaid =
    [
        ("who|whom|which|what _3 @say|@claim|@foretell|@counsel", Intent.WhoSaid, 6),
        ("^ who @have? @say|@claim|@foretell|@counsel", Intent.WhoSaid, 11),
        ("who has|have|had been? saying|claiming|said|claimed|argued", Intent.WhoSaid, 11),
        ("who else? _2 that|this|it", Intent.WhoSaid, 2),
        ("who made|makes|is|was making _3 claim|claims|allegation|statement|comment|comparison|prediction|argument|remark", Intent.WhoSaid, 12),
        ("whose words|claim|quote|opinion|view|statement|comment|figure|estimate|idea|phrase", Intent.WhoSaid, 12),
        ("says|said who", Intent.WhoSaid, 12),
        ("according to who|whom", Intent.WhoSaid, 12),
        ("by whom", Intent.WhoSaid, 7),
        ("who came up with", Intent.WhoSaid, 9),
        ("who coined|quipped|likened|compared|credited|praised|welcomed|hailed", Intent.WhoSaid, 10),
        ("who is|was|are|were _2 quoted|cited", Intent.WhoSaid, 6),
    ];

    private static readonly (string, Intent, int)[] Quotes =
    [
        ("what|how @do _6 @say|@claim|@foretell|@counsel|reply|react|answer|respond|compare|liken", Intent.Quote, 10),
        ("what @have _6 said|written|told|argued|claimed|predicted|posted|tweeted", Intent.Quote, 10),
        ("what is|was|are|were _5 view|views|opinion|opinions|stance|position|take|verdict|reaction|response|argument|comment|comments|statement|message|assessment|attitude", Intent.Quote, 10),
        ("what|which _2 said|told|written about|on", Intent.Quote, 7),
        ("what was|is|were|has been said|written|reported", Intent.Quote, 8),
        ("@do|@have _6 @say|@claim|@foretell|@counsel|react|respond", Intent.Quote, 6),
        ("quote|quotes|quotation|quotations|quoted from|by|on|about|of|for", Intent.Quote, 7),
        ("quote|quotes|quotation|quotations|remarks|comments|statement|statements|tweet|post", Intent.Quote, 4),
        ("view|views|opinion|opinions|stance|thoughts|take on|of|about", Intent.Quote, 6),
        ("exact words|wording|quote", Intent.Quote, 10),
        ("how @do _4 put it|this|that", Intent.Quote, 10),
        ("what|which question|questions @do", Intent.Quote, 15),
        ("under|on|in what|which condition|conditions|circumstances|sense|terms|words @do", Intent.Quote, 10),
        ("word for word", Intent.Quote, 10),
        ("in _3 own words", Intent.Quote, 8),
        ("in _3 opinion|view|eyes|judgement|judgment|estimation", Intent.Quote, 8),
        ("how @do _4 describe|explain|justify|characterise|characterize|defend|respond|react|see|view", Intent.Quote, 9),
    ];

    private static readonly (string, Intent, int)[] Disputes =
    [
        ("who|whom|anyone|anybody|someone|else|analysts|experts|which|people|critics|what @do|@have|is|are|else? _2 @dispute", Intent.WhoDisputes, 14),
        ("who|anyone|anybody|which|nobody|one _3 @dispute|denying|doubting|disputing", Intent.WhoDisputes, 14),
        ("who|which|anyone|anybody _4 @sceptic", Intent.WhoDisputes, 12),
        ("who is|are|was|were|stands|came out? against", Intent.WhoDisputes, 13),
        ("who does|do|did not _2 believe|agree|buy|accept|trust", Intent.WhoDisputes, 13),
        ("disputed|denied|challenged|contradicted|questioned|contested|doubted|rejected by", Intent.WhoDisputes, 11),
        ("@sceptic of|about|on", Intent.WhoDisputes, 8),
        ("what @do _2 @sceptic", Intent.WhoDisputes, 10),
        ("push|pushes|pushed|pushing back", Intent.WhoDisputes, 6),
        ("everyone|everybody|all|anyone|anybody|community|experts|analysts|industry _3 accept|accepts|agree|agrees|believe|believes|buy|buys|trust|trusts|convinced", Intent.WhoDisputes, 9),
        ("objections|criticism|criticisms|pushback|counterargument|counterarguments|doubts|scepticism|skepticism", Intent.WhoDisputes, 5),
    ];

    private static readonly (string, Intent, int)[] Statuses =
    [
        ("status of", Intent.ClaimStatus, 12),
        ("how does|do|did _5 stand|hold", Intent.ClaimStatus, 11),
        ("is|are|was|were|has|have|been _6 confirmed|verified|disputed|debunked|proven|disproven|proved|substantiated|corroborated|refuted|contested|settled|established", Intent.ClaimStatus, 9),
        ("^ is|are|was|were _6 disputed|contested|unverified|verified|unproven", Intent.ClaimStatus, 10),
        ("how reliable|credible|solid|certain|sure|trustworthy|accurate|well", Intent.ClaimStatus, 9),
        ("is there|any _2 evidence|proof", Intent.ClaimStatus, 11),
        ("verdict|status on|of|for", Intent.ClaimStatus, 12),
        ("hold|holds|held|stand|stands up", Intent.ClaimStatus, 9),
        ("can _4 be trusted|believed|relied|verified", Intent.ClaimStatus, 9),
        ("status", Intent.ClaimStatus, 5),
    ];

    private static readonly (string, Intent, int)[] Truth =
    [
        ("is|was|are _2 it|that|this _2 true|correct|right|accurate|so|real|false|wrong|legit", Intent.IsItTrue, 14),
        ("true or false", Intent.IsItTrue, 15),
        ("or not $", Intent.IsItTrue, 10),
        ("fact check", Intent.IsItTrue, 15),
        ("factcheck", Intent.IsItTrue, 15),
        ("^ is|was|are|were|did|does|do|has|have|can _8 really|actually|truly|indeed", Intent.IsItTrue, 9),
        ("^ is|are|was|were _6 true|correct|accurate|false|legit|fake", Intent.IsItTrue, 11),
        ("really $", Intent.IsItTrue, 6),
        ("^ really", Intent.IsItTrue, 9),
        ("^ check|verify|confirm", Intent.IsItTrue, 9),
        ("are you sure|certain", Intent.IsItTrue, 11),
    ];

    private static readonly (string, Intent, int)[] Definitions =
    [
        ("^ define|definition", Intent.Definition, 12),
        ("meaning|definition of", Intent.Definition, 10),
        ("what does|do|did _4 mean|stand", Intent.Definition, 11),
        ("what is|are meant by", Intent.Definition, 12),
        ("what is|are a|an", Intent.Definition, 7),
        ("^ explain", Intent.Definition, 5),
        ("what kind|sort|type of * is|are|was", Intent.Definition, 6),
    ];

    private static readonly (string, Intent, int)[] Moves =
    [
        ("market|markets|stock|stocks|share|shares|index|indices|equities @fell|@rose|move|moves|moved|react|reacted|perform|performed|do|did|fare|reaction|rout|price|prices|value", Intent.MarketMove, 8),
        ("how far|much @do? _5 @fell|@rose|move|change", Intent.MarketMove, 5),
        ("how @do _5 @session|@market|fare|perform", Intent.MarketMove, 2),
        ("how @do _2 stock|stocks|share|shares|market|markets _3 do|perform|fare|react|move", Intent.MarketMove, 9),
        ("what happened to|with _3 stock|stocks|share|shares|market|markets|price|index|indices", Intent.MarketMove, 10),
        ("market|share cap|capitalisation|capitalization|value|price|prices", Intent.MarketMove, 8),
        ("selloff|rout", Intent.MarketMove, 6),
        ("sell off", Intent.MarketMove, 5),
        ("^ market|markets|stocks|shares $", Intent.MarketMove, 9),
        ("stock|share price|prices|move|moves|performance|drop|fall|loss|gain", Intent.MarketMove, 9),
    ];

    // Below the arrays, because static fields are filled in the order in which they stand.
    /// <summary>All cues. Weights are compared only with one another.</summary>
    public static readonly CueTable<IntentCue> Table = new(Lines().Select(line => (line.Pattern, new IntentCue(line.Intent, line.Weight))));

    private static IEnumerable<(string Pattern, Intent Intent, int Weight)> Lines() =>
        [.. Timeline, .. Summary, .. Sources, .. Lists, .. Comparisons, .. WhoSaid, .. Quotes, .. Disputes, .. Statuses, .. Truth, .. Definitions, .. Moves];
}
