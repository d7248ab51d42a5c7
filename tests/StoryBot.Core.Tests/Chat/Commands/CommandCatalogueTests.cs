using StoryBot.Core.Chat.Commands;

namespace StoryBot.Core.Tests.Chat.Commands;

public sealed class CommandCatalogueTests
{
    private static readonly IEnumerable<ChatCommand> All = CommandCatalogue.Story.Append(CommandCatalogue.Ask);

    [Fact]
    public void Commands_All_CanBeRegisteredOnEitherPlatform()
    {
        // Discord: names of 1 to 32 lower-case letters and dashes, descriptions of 1 to 100 characters, required options first.
        Assert.All(All, command =>
        {
            Assert.All(command.Name.Split(' '), name => Assert.Matches("^(?=.{1,32}$)[a-z]+(-[a-z]+)*$", name));
            Assert.InRange(command.Help.Length, 1, 100);
            Assert.All(command.Options, option => Assert.Matches("^[a-z-]{1,32}$", option.Name));
            Assert.All(command.Options, option => Assert.InRange(option.Help.Length, 1, 100));
            Assert.Equal(command.Options.OrderByDescending(option => option.IsRequired), command.Options);
            Assert.InRange(command.Options.Count, 0, 25);
        });
        Assert.InRange(CommandCatalogue.Story.Select(command => command.Group ?? command.Name).Distinct().Count(), 1, 25);
        Assert.InRange(CommandCatalogue.StoryHelp.Length, 1, 100);
        Assert.InRange(CommandCatalogue.CheckMessageName.Length, 1, 24);
    }

    [Fact]
    public void Names_AndAliases_AreUnique()
    {
        var names = All.SelectMany(command => command.Aliases.Prepend(command.Name)).ToList();

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Theory]
    [InlineData("ask", " Who said that: \"it is over\"? ", "ask", "question=Who said that: \"it is over\"?")]
    [InlineData("/ASK", "topic:cost?", "ask", "question=topic:cost?")]
    [InlineData("/ask", "  ", "ask", "")]
    [InlineData("story", "quotes Jim Fan", "quotes", "speaker=Jim Fan")]
    [InlineData("/story", "QUOTES   \"Jim Fan\"", "quotes", "speaker=Jim Fan")]
    [InlineData("story", "quote “Jim Fan”", "quotes", "speaker=Jim Fan")]
    [InlineData("story", "claims", "claims", "")]
    [InlineData("story", "claims cost", "claims", "topic=cost")]
    [InlineData("story", "claims disputed", "claims", "status=disputed")]
    [InlineData("story", "claims market value disputed", "claims", "status=disputed;topic=market value")]
    [InlineData("story", "claims disputed market value", "claims", "status=disputed;topic=market value")]
    [InlineData("story", "claims cost dispued", "claims", "status=dispued;topic=cost")]
    [InlineData("story", "claims status:disputed topic:\"market value\"", "claims", "status=disputed;topic=market value")]
    [InlineData("story", "check He said: \"wait\" topic:cost", "check", "statement=He said: \"wait\" topic:cost")]
    [InlineData("story", "market S&P 500", "market", "instrument=S&P 500")]
    [InlineData("story", "market \"unclosed quote", "market", "instrument=unclosed quote")]
    [InlineData("story", "sources seed-article", "sources", "id=seed-article")]
    [InlineData("story", "use other", "use", "story=other")]
    [InlineData("story", "timeline", "timeline", "")]
    [InlineData("story", "timeline --as-of 2025-01-27", "timeline", "as-of=2025-01-27")]
    [InlineData("ask", "--as-of 2025-01-27 What \"was\" known?", "ask", "as-of=2025-01-27;question=What \"was\" known?")]
    [InlineData("ask", "\u2014as-of 2025-01-27 What was known?", "ask", "as-of=2025-01-27;question=What was known?")]
    [InlineData("ask", "What was known? as-of:2025-01-27T12:00-05:00", "ask", "as-of=2025-01-27T12:00-05:00;question=What was known?")]
    [InlineData("ask", "What was known as-of:2025 by all?", "ask", "question=What was known as-of:2025 by all?")]
    [InlineData("story", "claims cost disputed AS-OF=2025-01-27", "claims", "as-of=2025-01-27;status=disputed;topic=cost")]
    [InlineData("story", "digest", "digest now", "")]
    [InlineData("story", "digest subscribe weekdays at 8:30", "digest subscribe", "schedule=weekdays at 8:30")]
    [InlineData("story", "digest subscribe 30 8 * * 1-5 zone:\"New York\" empty:yes", "digest subscribe", "empty=yes;schedule=30 8 * * 1-5;zone=New York")]
    [InlineData("story", "Digest  Unsubscribe", "digest unsubscribe", "")]
    [InlineData("story", "", "help", "")]
    public void Read_WhatWasTyped_HasItsCommandAndOptions(string slash, string text, string name, string options)
    {
        var command = CommandCatalogue.Read(slash, text);

        Assert.Equal(name, command.Name);
        Assert.Equal(options, string.Join(';', command.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}={option.Value}")));
    }

    [Theory]
    [InlineData("qoutes Jim Fan", "quotes")]
    [InlineData("claim5", "claims")]
    [InlineData("markte", "market")]
    [InlineData("timelines", "timeline")]
    [InlineData("hlep", "help")]
    [InlineData("digest subscrbe daily at 9", "digest subscribe")]
    [InlineData("quotesJim", null)]
    [InlineData("xyzzy", null)]
    public void Read_AnUnknownSubcommand_KeepsTheTextAndNamesTheNearest(string text, string? nearest)
    {
        var command = CommandCatalogue.Read("story", text);

        Assert.Equal(CommandNames.Story, command.Name);
        Assert.Equal(text, command.Rest);
        Assert.Equal(nearest, CommandCatalogue.Nearest(text)?.Name);
    }

    [Fact]
    public void Usage_OfACommand_ShowsItsOptions()
    {
        Assert.Equal("claims [topic] [status] [as-of:…]", CommandCatalogue.Find("claims")!.Usage);
        Assert.Equal("ask <question> [as-of:…]", CommandCatalogue.Ask.Usage);
    }
}
