import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { exitCode, Failure } from '../base/failure.ts';

/** A server that runs, where it answers, and how to stop it. */
export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Serves on this machine only.
 * @param port 0 takes any that is free.
 */
export function startServer(app: Hono, port: number): Promise<Running> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      const message = inUse
        ? `Port ${port} is in use, perhaps by another workbench. Stop that one, or give ` +
          '--port with another number (0 takes any that is free).'
        : `The server cannot listen on port ${port}: ${error.message}.`;
      reject(new Failure(message, exitCode.failed));
    });
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo;
      const stop = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ address: `http://127.0.0.1:${taken}/`, stop });
    });
  });
}
