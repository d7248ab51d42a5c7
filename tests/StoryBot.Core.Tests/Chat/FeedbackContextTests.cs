using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Tests.Chat;

public sealed class FeedbackContextTests
{
    [Fact]
    public void Context_WrittenAndRead_IsTheSame()
    {
        var address = new ReplyAddress(new PlatformId("slack"), "C1")
        {
            Workspace = "T1",
            Thread = "17.5",
            Message = "18.5",
            Person = "U1",
            ResponseToken = "https://hooks/1",
            ResponseEnds = new DateTimeOffset(2031, 5, 2, 9, 0, 0, TimeSpan.Zero),
            HasPlaceholder = true,
        };
        var context = new FeedbackContext(AnswerId.New(TimeProvider.System), address);

        Assert.Equal(context, FeedbackContext.Parse(context.Encode()));
    }
}
