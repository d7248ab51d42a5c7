using System.Collections.Frozen;

namespace StoryBot.Core.Answering.Understanding.Cues;

/// <summary>Word lists of the English language that the cues share.</summary>
internal static class WordSets
{
    /// <summary>Words that carry no subject of their own.</summary>
    public static readonly FrozenSet<string> Function = Set(
        """
        a an the this that these those some any each every all both either neither no not nor such same other another
        i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones
        myself ourselves yourself himself herself itself themselves
        am is are was were be been being do does did doing done has have had having will would shall should can could may might must
        of in on at by for from to into onto with without about against between among over under above below through during before after
        since until till upon off out up down as than then so if because while although though but and or whether
        there here now again ever never always also too very just only really quite rather even still already yet
        what which who whom whose when where why how whatever whoever
        please pls plz tell give show say says said saying get got let make made thing things something anything nothing everything
        someone anyone everyone nobody anybody somebody ok okay hey hi hello thanks thank well actually exactly like
        anyway anyhow finally eventually basically besides somehow meanwhile nowadays currently presently indeed supposedly apparently
        much many more most less least few lot lots bit kind sort know mean
        """);

    /// <summary>Words that open a question.</summary>
    public static readonly FrozenSet<string> Wh = FrozenSet.Create("what", "who", "whom", "whose", "when", "where", "why", "how", "which");

    /// <summary>Verbs that open a yes-or-no question.</summary>
    public static readonly FrozenSet<string> Auxiliary = Set(
        "is are was were do does did has have had can could will would shall should may might must am");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Sets = new Dictionary<string, FrozenSet<string>>
    {
        ["wh"] = Wh,
        ["aux"] = Auxiliary,
        ["be"] = Set("is are was were be been being am"),
        ["do"] = Set("do does did"),
        ["have"] = Set("has have had"),
        ["det"] = Set("a an the this that these those some any each every all my our your his her its their"),
        ["personal"] = Set("i we one"),
        ["trade"] = Set("buy sell hold short invest dump trade load bail divest rebalance purchase"),
        ["trading"] = Set("buying selling holding shorting investing dumping trading purchasing"),
        ["holding"] = Set("stock stocks share shares position positions portfolio holding holdings bond bonds crypto coin coins etf etfs fund funds"),
        ["say"] = Set("say says said saying tell tells told mention mentions mentioned comment comments commented write writes wrote post posts posted tweet tweets tweeted remark remarked state states stated announce announced add added explain explained reply replied respond responded react reacted note noted stress stresses stressed emphasise emphasises emphasised emphasize emphasizes emphasized highlight highlights highlighted underline underlines underlined call called describe described"),
        ["claim"] = Set("claim claims claimed allege alleges alleged assert asserts asserted argue argues argued maintain maintains maintained insist insists insisted believe believes believed think thinks thought suggest suggests suggested report reports reported estimate estimates estimated"),
        ["foretell"] = Set("predict predicts predicted forecast forecasts forecasted expect expects expected foresee foresees foresaw anticipate anticipates anticipated project projects projected"),
        ["counsel"] = Set("advise advises advised recommend recommends recommended urge urges urged warn warns warned"),
        ["dispute"] = Set("dispute disputes disputed disputing doubt doubts doubted doubting deny denies denied denying question questions questioned questioning challenge challenges challenged challenging contradict contradicts contradicted reject rejects rejected contest contests contested refute refutes refuted debunk debunks debunked disagree disagrees disagreed criticise criticises criticised criticize criticizes criticized oppose opposes opposed rebut rebuts rebutted object objects objected"),
        ["sceptic"] = Set("sceptic sceptics skeptic skeptics sceptical skeptical scepticism skepticism critic critics critical doubter doubters unconvinced opponents opponent"),
        ["rose"] = Set("rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing surge surges surged surging jump jumps jumped jumping soar soars soared soaring rally rallies rallied rallying increase increases increased increasing rebound rebounds rebounded recover recovers recovered spike spiked grow grows grew grown appreciate appreciated skyrocket skyrocketed"),
        ["fell"] = Set("fall falls fell fallen falling drop drops dropped dropping decline declines declined declining lose loses lost losing plunge plunges plunged plunging tumble tumbles tumbled tumbling slide slides slid sliding sink sinks sank sunk slump slumps slumped slumping crash crashes crashed crashing plummet plummets plummeted dip dips dipped decrease decreases decreased decreasing tank tanked selloff shed sheds erase erases erased wipe wiped"),
        ["market"] = Set("stock stocks share shares market markets index indices indexes equities ticker nasdaq dow trading traders bourse"),
        ["session"] = Set("close closes closed closing open opens opened opening premarket intraday end ended finish finished settle settled trade traded trading"),
        ["order"] = Set("ignore disregard forget override bypass neglect skip drop discard abandon circumvent ditch"),
        ["reveal"] = Set("repeat print output show reveal display dump copy echo recite list give tell write translate summarise summarize encode leak expose paste quote disclose return type rewrite paraphrase spell"),
        ["rules"] = Set("instruction instructions rule rules prompt prompts guideline guidelines constraint constraints restriction restrictions safeguard safeguards filter filters directive directives command commands programming training policy policies orders directions limits limitations"),
        ["yours"] = Set("your you these those previous prior above earlier preceding foregoing initial original system hidden internal past"),
        ["money"] = Set("cost costs costed price prices priced spend spent spends worth value valued valuation revenue revenues budget budgets sum expense expenses fee fees paid pay fine fined charge charged invest invested investment funding raised"),
    }.ToFrozenDictionary();

    /// <summary>The set of this name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static FrozenSet<string> Named(string name) =>
        Sets.GetValueOrDefault(name) ?? throw new FormatException($"There is no word set '{name}'.");

    /// <summary>Whether the named set has the word.</summary>
    public static bool Has(string set, string word) => Named(set).Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
