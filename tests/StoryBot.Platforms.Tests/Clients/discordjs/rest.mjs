// What a bot on discord.js does over HTTP. The settings come as JSON in STORYBOT_CHECK; the first scenario that goes wrong ends it.
import assert from 'node:assert/strict';
import {
  ActionRowBuilder, ApplicationCommandType, AttachmentBuilder, ButtonBuilder, ButtonStyle, ContextMenuCommandBuilder,
  DiscordAPIError, EmbedBuilder, InteractionResponseType, MessageFlags, REST, Routes, SlashCommandBuilder, WebhookClient,
} from 'discord.js';

const settings = JSON.parse(process.env.STORYBOT_CHECK);
const options = { api: settings.api, version: '10' };
const rest = new REST(options).setToken(settings.token);
const row = new ActionRowBuilder().addComponents(
  new ButtonBuilder().setCustomId('one').setLabel('One').setStyle(ButtonStyle.Secondary),
  new ButtonBuilder().setCustomId('two').setLabel('Two').setStyle(ButtonStyle.Primary));

// Somebody uses a command: from then on there are three seconds to answer it.
async function interaction() {
  return (await fetch(settings.people, { method: 'POST' })).json();
}

async function refused(code, act) {
  const failure = await act().then(() => null, (error) => error);
  assert.ok(failure instanceof DiscordAPIError, `expected error ${code}, got ${failure}`);
  assert.equal(failure.code, code);
}

function callback(to, body, query) {
  return rest.post(Routes.interactionCallback(to.id, to.token), { body, query, auth: false });
}

const scenarios = {
  async gatewayAndIdentity() {
    assert.match((await rest.get(Routes.gatewayBot())).url, /^ws:/);
    assert.equal((await rest.get(Routes.user())).id, settings.application);
  },

  async wrongTokenIsRefused() {
    const other = new REST(options).setToken('wrong');
    const failure = await other.get(Routes.user()).then(() => null, (error) => error);
    assert.equal(failure?.status, 401);
  },

  async commandsAreOverwrittenAndListed() {
    const commands = [
      new SlashCommandBuilder().setName('ask').setDescription('Ask').addStringOption((option) => option.setName('question').setDescription('What').setRequired(true)),
      new SlashCommandBuilder().setName('story').setDescription('Story').addSubcommand((sub) => sub.setName('quotes').setDescription('Quotes')
        .addStringOption((option) => option.setName('speaker').setDescription('Who').setAutocomplete(true))),
      new ContextMenuCommandBuilder().setName('Check this message').setType(ApplicationCommandType.Message),
    ].map((command) => command.toJSON());
    const registered = await rest.put(Routes.applicationCommands(settings.application), { body: commands });
    const listed = await rest.get(Routes.applicationCommands(settings.application));
    assert.deepEqual(listed.map((command) => command.name), ['ask', 'story', 'Check this message']);
    assert.deepEqual(registered.map((command) => command.id), listed.map((command) => command.id));
  },

  async messageWithEmbedButtonsAndFile() {
    const message = await rest.post(Routes.channelMessages(settings.channel), {
      body: {
        embeds: [new EmbedBuilder().setTitle('Title').setDescription('Words').setFooter({ text: 'Foot' }).setImage('attachment://chart.png').toJSON()],
        components: [row.toJSON()],
        attachments: [{ id: '0', filename: 'chart.png', description: 'Bars' }],
      },
      files: [{ name: 'chart.png', data: Buffer.from([1, 2, 3]) }],
    });
    assert.equal(message.embeds[0].description, 'Words');
    assert.equal(message.attachments[0].size, 3);
    assert.equal(message.components[0].components[1].custom_id, 'two');
    await rest.post(Routes.channelTyping(settings.channel));
  },

  async nonceThatIsEnforcedPostsOnce() {
    const body = { content: 'Once.', nonce: 'n-1', enforce_nonce: true };
    const first = await rest.post(Routes.channelMessages(settings.channel), { body });
    const second = await rest.post(Routes.channelMessages(settings.channel), { body });
    assert.equal(first.id, second.id);
  },

  async limitsAreKept() {
    await refused(50035, () => rest.post(Routes.channelMessages(settings.channel), { body: { content: 'x'.repeat(2001) } }));
    await refused(50006, () => rest.post(Routes.channelMessages(settings.channel), { body: { content: ' ' } }));
    await refused(50035, () => rest.post(Routes.channelMessages(settings.channel), {
      body: { embeds: [{ description: 'x'.repeat(4000) }, { description: 'y'.repeat(2001) }] },
    }));
    await refused(10003, () => rest.post(Routes.channelMessages('1'), { body: { content: 'x' } }));
  },

  async rateLimitKeepsTheOrder() {
    const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    await Promise.all(numbers.map((number) => rest.post(Routes.channelMessages(settings.ordered), { body: { content: `Number ${number}` } })));
    const listed = await rest.get(Routes.channelMessages(settings.ordered));
    assert.deepEqual(listed.map((message) => message.content).reverse(), numbers.map((number) => `Number ${number}`));
  },

  async serverFaultsAreRepeated() {
    const message = await rest.post(Routes.channelMessages(settings.faulty), { body: { content: 'In the end.' } });
    assert.equal(message.content, 'In the end.');
  },

  async deferredInteractionIsEditedAndFollowedUp() {
    const deferred = await interaction();
    const webhook = new WebhookClient({ id: settings.application, token: deferred.token }, { rest: options });
    await refused(10015, () => webhook.editMessage('@original', { content: 'Too early.' }));
    await callback(deferred, { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } });
    await refused(40060, () => callback(deferred, { type: InteractionResponseType.DeferredChannelMessageWithSource }));
    await webhook.editMessage('@original', { content: 'Answer.', components: [row], files: [new AttachmentBuilder(Buffer.from([1]), { name: 'a.png' })] });
    const original = await webhook.fetchMessage('@original');
    assert.equal(original.content, 'Answer.');
    assert.equal(original.flags & MessageFlags.Ephemeral, MessageFlags.Ephemeral);
    const followUp = await webhook.send({ content: 'For all.' });
    assert.equal(followUp.flags & MessageFlags.Ephemeral, 0);
    await webhook.editMessage(followUp.id, { content: 'For all, changed.' });
    await webhook.deleteMessage(followUp.id);
    await refused(10008, () => webhook.fetchMessage(followUp.id));
  },

  async firstFollowUpTakesThePlaceOfThePlaceholder() {
    const followed = await interaction();
    await callback(followed, { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } });
    const webhook = new WebhookClient({ id: settings.application, token: followed.token }, { rest: options });
    const message = await webhook.send({ content: 'In its place.' });
    assert.equal(message.flags & MessageFlags.Ephemeral, MessageFlags.Ephemeral);
    assert.equal((await webhook.fetchMessage('@original')).id, message.id);
  },

  async interactionIsRepliedToWithItsResource() {
    const answer = await callback(
      await interaction(),
      { type: InteractionResponseType.ChannelMessageWithSource, data: { content: 'At once.' } },
      new URLSearchParams({ with_response: 'true' }));
    assert.equal(answer.resource.message.content, 'At once.');
    assert.equal(answer.interaction.response_message_id, answer.resource.message.id);
  },

  async unknownInteractionIsRefused() {
    await refused(10062, () => callback({ id: '1', token: 'none' }, { type: InteractionResponseType.Pong }));
  },

  async directMessageIsSent() {
    const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: '700000000000000009' } });
    const message = await rest.post(Routes.channelMessages(channel.id), { body: { content: 'Hello.' } });
    assert.equal(message.channel_id, channel.id);
  },
};

for (const [name, run] of Object.entries(scenarios)) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (failure) {
    console.log(`not ok ${name}: ${failure?.stack ?? failure}`);
    process.exit(1);
  }
}

process.exit(0);
