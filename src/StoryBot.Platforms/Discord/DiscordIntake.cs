using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Takes interactions in, whether they come by webhook or by gateway, and makes the first answer: what needs no knowledge or only
/// memory at once, for the rest a promise. Safe to share between threads.
/// </summary>
internal sealed class DiscordIntake(
    IChatInbox inbox,
    IAutocomplete autocomplete,
    DiscordAcknowledgements acknowledgements,
    TimeProvider clock,
    ILogger<DiscordIntake> logger) : IPlatformIntake
{
    /// <summary>What it takes in, as the gateway names it.</summary>
    public const string Interaction = "INTERACTION_CREATE";

    private const string Busy = "I am restarting or have too much to do, and did not take that in. Please ask again in a minute.";

    // Discord's limits on choices.
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    /// <inheritdoc/>
    public PlatformId Platform => DiscordEventTranslator.Platform;

    /// <inheritdoc/>
    public ValueTask<IntakeResult> TakeAsync(string kind, JsonElement payload, CancellationToken cancellationToken) =>
        (kind == Interaction ? Translate(payload) : null) switch
        {
            null => new(new IntakeResult(IntakeState.Unreadable)),
            DiscordInteraction.Asked asked => AcceptAsync(asked.Event, cancellationToken),
            DiscordInteraction.Ping => Taken(DiscordFirstAnswer.ToPing()),
            DiscordInteraction.Typing typing => Taken(DiscordFirstAnswer.Complete(ChoicesFor(typing))),
            DiscordInteraction.WantsForm form => Taken(DiscordFirstAnswer.OpenForm(form.Answer)),
            DiscordInteraction.Unknown unknown => Taken(DiscordFirstAnswer.Say(unknown.Words)),
            var other => throw new InvalidOperationException($"An interaction of unknown kind: {other.GetType().Name}."),
        };

    private DiscordInteraction? Translate(JsonElement payload)
    {
        try
        {
            return DiscordEventTranslator.Translate(payload, clock.GetUtcNow());
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair.
            return null;
        }
    }

    private static ValueTask<IntakeResult> Taken(JsonObject answer) => new(new IntakeResult(IntakeState.Taken, answer));

    private async ValueTask<IntakeResult> AcceptAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        var token = chatEvent.ReplyTo.ResponseToken!;
        acknowledgements.Begin(token);
        var (state, answer) = await OfferAsync(chatEvent, cancellationToken);
        return new IntakeResult(state, answer) { Acknowledged = () => acknowledgements.End(token) };
    }

    private async ValueTask<(IntakeState State, JsonObject Answer)> OfferAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        try
        {
            return await inbox.AcceptAsync(chatEvent, cancellationToken) == Acceptance.Refused
                ? (IntakeState.Refused, DiscordFirstAnswer.Say(Busy))
                : (IntakeState.Taken, DiscordFirstAnswer.Later(chatEvent.Request.Audience));
        }
        catch (OperationCanceledException)
        {
            acknowledgements.End(chatEvent.ReplyTo.ResponseToken!);
            throw;
        }
        catch (Exception failure)
        {
            DiscordLog.NotTakenIn(logger, failure, chatEvent.Id);
            return (IntakeState.Refused, DiscordFirstAnswer.Say(
                $"Something went wrong on my side before I could look at that. Please ask again; reference {chatEvent.Id.Value}."));
        }
    }

    private List<string> ChoicesFor(DiscordInteraction.Typing typing)
    {
        try
        {
            return [.. autocomplete.Complete(typing.Conversation, typing.Command, typing.Option, typing.Typed, MostChoices)
                .Where(choice => !string.IsNullOrWhiteSpace(choice))
                .Select(choice => DiscordText.Cut(choice, LongestChoice))
                .Distinct(StringComparer.Ordinal)
                .Take(MostChoices)];
        }
        catch (Exception failure)
        {
            // Typing goes on without choices.
            DiscordLog.NotCompleted(logger, failure, typing.Command, typing.Option);
            return [];
        }
    }
}
