// @ts-check
import { createServer } from 'node:http';
import { createApp } from './app.js';
import { sampleData } from './sample-data.js';

const port = Number(process.env.PORT ?? 3000);
const app = createApp(sampleData);

createServer((request, response) => {
  const { status, body } = app.handle(request.method ?? 'GET', request.url ?? '/');
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}).listen(port, () => console.log(`The shop answers on http://localhost:${port}`));
