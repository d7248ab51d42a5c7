using StoryBot.Core.Chat;
using StoryBot.Core.Tests.Chat.Requests;

namespace StoryBot.Core.Tests.Chat.Commands;

public sealed class StoryAutocompleteTests : IDisposable
{
    private readonly ResponderHarness _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("quotes", "speaker", "", "Petra Vance,Oskar Lind")]
    [InlineData("quotes", "speaker", "lin", "Oskar Lind")]
    [InlineData("claims", "status", "un", "unverified")]
    [InlineData("market", "instrument", "q", "Q7,Q5")]
    [InlineData("sources", "id", "note", "kestrel-note")]
    [InlineData("use", "story", "inv", "invented")]
    [InlineData("ask", "question", "how", "")]
    [InlineData("quotes", "nonsense", "", "")]
    [InlineData("nonsense", "speaker", "", "")]
    public void Complete_WhatIsTyped_OffersWhatFits(string command, string option, string typed, string choices) =>
        Assert.Equal(choices, string.Join(',', _bot.Get<IAutocomplete>().Complete(ResponderHarness.In("c"), command, option, typed, 25)));

    [Fact]
    public void Complete_WithAMost_OffersNoMore() =>
        Assert.Single(_bot.Get<IAutocomplete>().Complete(ResponderHarness.In("c"), "quotes", "speaker", string.Empty, 1));
}
