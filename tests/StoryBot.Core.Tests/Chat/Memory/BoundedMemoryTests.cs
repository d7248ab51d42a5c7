using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Chat.Memory;

namespace StoryBot.Core.Tests.Chat.Memory;

public sealed class BoundedMemoryTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Value_AfterItsLifetime_IsForgotten()
    {
        var memory = new BoundedMemory<string, int>(10, TimeSpan.FromMinutes(5), _clock);
        memory.Put("a", 1);

        _clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.True(memory.TryGet("a", out var value));
        Assert.Equal(1, value);
        _clock.Advance(TimeSpan.FromMinutes(0.1));
        Assert.False(memory.TryGet("a", out _));
        Assert.Empty(memory.List());
    }

    [Fact]
    public void Values_BeyondTheCount_PushOutWhatWasPutLongestAgo()
    {
        var memory = new BoundedMemory<string, int>(2, TimeSpan.FromMinutes(5), _clock);
        memory.Put("a", 1);
        memory.Put("b", 2);
        memory.Put("a", 3);
        memory.Put("c", 4);

        Assert.False(memory.TryGet("b", out _));
        Assert.Equal([4, 3], memory.List());
    }

    [Fact]
    public void TryAdd_OfWhatIsThere_ChangesNothingUntilItIsForgotten()
    {
        var memory = new BoundedMemory<string, int>(2, TimeSpan.FromMinutes(5), _clock);

        Assert.True(memory.TryAdd("a", 1));
        Assert.False(memory.TryAdd("a", 2));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(memory.TryAdd("a", 3));
        Assert.True(memory.TryGet("a", out var value));
        Assert.Equal(3, value);
    }

    [Fact]
    public void Change_OfAValue_RenewsIt()
    {
        var memory = new BoundedMemory<string, int>(2, TimeSpan.FromMinutes(5), _clock);
        memory.Change("a", known => known + 1);
        _clock.Advance(TimeSpan.FromMinutes(4));
        memory.Change("a", known => known + 1);
        _clock.Advance(TimeSpan.FromMinutes(4));

        Assert.True(memory.TryGet("a", out var value));
        Assert.Equal(2, value);
    }
}
