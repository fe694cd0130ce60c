import { createServer } from 'node:http';

/** A bare server that answers each request with the bytes and headers that it was sent at its start. */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { headers, body } = JSON.parse(Buffer.concat(chunks).toString());
const bytes = Buffer.from(body, 'base64');

createServer((_, response) => response.writeHead(200, headers).end(bytes)).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});
