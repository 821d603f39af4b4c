/** What a receiver does with the secret before it believes anything. */
export const VERIFY_SNIPPET = `import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(signingSecret);

app.post('/flags', express.raw({ type: '*/*' }), (request, response) => {
  const event = webhook.verify(request.body, request.headers);
  response.sendStatus(204);
  // event.type, event.data.flag, event.data.environment …
});`;
