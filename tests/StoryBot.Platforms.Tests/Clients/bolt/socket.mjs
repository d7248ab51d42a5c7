// Bolt's Socket Mode against the fake. Settings come in STORYBOT_CHECK; a scenario that does not hold ends with its reason.
import assert from 'node:assert/strict';
import bolt from '@slack/bolt';

const settings = JSON.parse(process.env.STORYBOT_CHECK);
const seen = [];
const app = new bolt.App({
  token: settings.token,
  appToken: settings.appToken,
  socketMode: true,
  clientOptions: { slackApiUrl: settings.api },
  logLevel: 'error',
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

const people = async (what) => {
  const response = await fetch(settings.people, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ what }) });
  assert.equal(response.status, 200, `${what}: ${await response.text()}`);
};
const until = async (entry) => {
  for (let tries = 0; tries < 500; tries++) {
    if (seen.includes(entry)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`${entry} did not come; came: ${seen.join(', ')}`);
};

await app.start();
await people('message');
await until('message hello & goodbye');
await people('command');
await until('command what fell?');
await app.stop();
console.log(`${seen.length} envelopes, all as Slack's own client wants them`);
process.exit(0);
