import { connect, createServer, type Server, type Socket } from 'node:net';

/** What stands between a server and those who ask it, and can be out of order. */
export type Relay = {
  port: number;
  /** Connections end, and new ones are refused, until it is opened again. */
  refuse: () => Promise<void>;
  open: () => Promise<void>;
  /** What clients send arrives so much later. Statements are sent whole, so each takes so much longer. */
  delay: (ms: number) => void;
  /** As when packets are dropped: connections stay open, new ones are taken, and nothing comes through, either way. */
  silence: () => void;
  /** New connections come through again; those from before are silent for good. */
  hear: () => void;
  close: () => Promise<void>;
};

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });

/** A relay on loopback, in front of a port of this machine. */
export async function startRelay(target: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const silent = new Set<Socket>();
  let isSilent = false;
  let delayMs = 0;
  let server: Server;
  let port = 0;

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  }

  /** What was sent is taken, and lost. */
  function drop(socket: Socket): void {
    silent.add(socket);
    socket.unpipe().removeAllListeners('data').removeAllListeners('close').resume();
    socket.on('close', () => silent.delete(socket));
  }

  function relay(client: Socket): void {
    if (isSilent) return drop(keep(client));
    const upstream = keep(connect(target, '127.0.0.1'));
    keep(client).setNoDelay();
    upstream.setNoDelay();
    client.on('data', (chunk) => {
      if (delayMs === 0) upstream.write(chunk);
      // Timers of the same time keep their order.
      else setTimeout(() => upstream.writable && upstream.write(chunk), delayMs);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.pipe(client);
  }

  async function open(): Promise<void> {
    server = createServer(relay);
    await listen(server, port);
    const address = server.address();
    if (typeof address === 'object' && address) ({ port } = address);
  }

  async function refuse(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of [...sockets, ...silent]) socket.destroy();
    await closed;
  }

  await open();
  const delay = (ms: number) => {
    delayMs = ms;
  };
  const silence = () => {
    isSilent = true;
    for (const socket of sockets) drop(socket);
  };
  const hear = () => {
    isSilent = false;
  };
  return {
    port,
    refuse,
    open,
    delay,
    silence,
    hear,
    close: async () => void (server.listening && (await refuse())),
  };
}
