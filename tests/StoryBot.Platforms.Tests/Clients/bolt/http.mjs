// Bolt's HTTP receiver and Web API client against the fake. Settings come in STORYBOT_CHECK; a scenario that does not hold ends with its reason.
import assert from 'node:assert/strict';
import bolt from '@slack/bolt';

const settings = JSON.parse(process.env.STORYBOT_CHECK);
const seen = [];
const app = new bolt.App({
  token: settings.token,
  signingSecret: settings.secret,
  endpoints: ['/slack/events', '/slack/commands', '/slack/interactivity'],
  clientOptions: { slackApiUrl: settings.api, retryConfig: { retries: 2, minTimeout: 10, maxTimeout: 20 } },
  logLevel: 'error',
});

app.event('app_mention', async ({ event, say, body, context }) => {
  seen.push(`mention ${body.event_id} ${context.retryNum ?? 0}`);
  await say({ text: `heard: ${event.text}`, thread_ts: event.ts });
});
app.message(async ({ message, say }) => {
  seen.push(`message ${message.text}`);
  await say(`heard: ${message.text}`);
});
app.command('/ask', async ({ command, ack, respond }) => {
  await ack();
  seen.push(`command ${command.text}`);
  await respond({ text: 'only for you', response_type: 'ephemeral' });
});
app.action('press', async ({ ack, body, client, action }) => {
  await ack();
  seen.push(`press ${action.value}`);
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'form',
      title: { type: 'plain_text', text: 'Form' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [{
        type: 'input', block_id: 'reason', label: { type: 'plain_text', text: 'Why?' },
        element: { type: 'radio_buttons', action_id: 'reason', options: [{ text: { type: 'plain_text', text: 'Old' }, value: 'outdated' }] },
      }],
    },
  });
});
app.view('form', async ({ ack, view }) => {
  await ack();
  seen.push(`form ${view.state.values.reason.reason.selected_option.value}`);
});
app.shortcut('check_message', async ({ shortcut, ack }) => {
  await ack();
  seen.push(`check ${shortcut.message.text}`);
});
app.event('app_home_opened', async ({ event, client }) => {
  seen.push(`home ${event.tab}`);
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Home' } }] } });
});

const server = await app.start({ port: 0, host: '127.0.0.1' });
const target = `http://127.0.0.1:${server.address().port}`;
const people = async (what) => {
  const response = await fetch(settings.people, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ what, target }) });
  assert.equal(response.status, 200, `${what}: ${await response.text()}`);
};
const until = async (entry) => {
  for (let tries = 0; tries < 500; tries++) {
    if (seen.includes(entry)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`${entry} did not come; came: ${seen.join(', ')}`);
};

// What people do, signed by the fake and checked by Bolt.
await people('mention');
await until('mention Ev-mention 0');
await people('mention-again');
await until('mention Ev-mention 1');
await people('message');
await until('message hello & goodbye');
await people('command');
await until('command what fell?');
await people('press');
await until('press storybot');
await people('submit');
await until('form outdated');
await people('check');
await until('check somebody said so');
await people('home');
await until('home home');
await people('forged');

// What a client does: forms with JSON in their values, errors at status 200, rate limits, uploads.
const { client } = app;
assert.equal((await client.auth.test()).user_id, settings.bot);
const posted = await client.chat.postMessage({
  channel: settings.channel,
  text: 'fallback',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*bold*' } }],
  metadata: { event_type: 'kind', event_payload: { key: 'k1' } },
});
const history = await client.conversations.history({ channel: settings.channel, include_all_metadata: true });
assert.equal(history.messages.find((message) => message.ts === posted.ts).metadata.event_payload.key, 'k1');
assert.ok((await client.chat.update({ channel: settings.channel, ts: posted.ts, text: 'changed' })).ok);
const reply = await client.chat.postMessage({ channel: settings.channel, thread_ts: posted.ts, text: 'reply' });
assert.ok(reply.ts > posted.ts);
const replies = await client.conversations.replies({ channel: settings.channel, ts: posted.ts });
assert.deepEqual(replies.messages.map((message) => message.text), ['changed', 'reply']);
assert.ok((await client.chat.postEphemeral({ channel: settings.channel, user: 'U0ANN', text: 'for you' })).message_ts);
assert.match((await client.conversations.open({ users: 'U0ANN' })).channel.id, /^D/);
await assert.rejects(client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }), (error) => error.data.error === 'channel_not_found');
await assert.rejects(
  client.chat.postMessage({ channel: settings.channel, text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] }),
  (error) => error.data.error === 'invalid_blocks' && error.data.response_metadata.messages.length === 1,
);
await assert.rejects(client.chat.postMessage({ channel: settings.channel }), (error) => error.data.error === 'no_text');
const uploaded = await client.filesUploadV2({ channel_id: settings.channel, file: Buffer.from('picture'), filename: 'chart.png', alt_text: 'A chart' });
assert.equal(uploaded.files.length, 1);
await people('limit');
assert.ok((await client.chat.postMessage({ channel: settings.channel, text: 'after the limit' })).ok);

await app.stop();
console.log(`${seen.length} events, all as Slack's own client wants them`);
process.exit(0);
