using StoryBot.Host.Chatting;

namespace StoryBot.Host.Tests.Chatting;

public sealed class TerminalMarkupTests
{
    [Theory]
    [InlineData("Costs 42 *dollars* & [more]", "Costs 42 *dollars* & [more]")]
    [InlineData("red \u001b[31mtext\u001b[0m\u0007", "red [31mtext[0m")]
    [InlineData("turned \u202Eround\u202C\u200B", "turned round")]
    [InlineData("\U0001F468\u200D\U0001F469 line\nnext\r", "\U0001F468\u200D\U0001F469 line\nnext")]
    public void Escape_WhatWouldSteerATerminal_IsTakenOut(string plain, string shown) => Assert.Equal(shown, new TerminalMarkup().Escape(plain));
}
