// PostgreSQL's wire protocol in front of one PGlite, for many connections. A message is passed on only as part of a
// whole batch (up to Sync or a simple query), and whoever is in a transaction owns the database until it ends: passing
// single messages lets one connection's statement be bound to another's parameters.
import { createServer } from 'node:net';

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
const PROTOCOL_3 = 196608;
const IDLE = 'I'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
/** Messages that end a batch: Sync, Query, FunctionCall, Flush, CopyDone, CopyFail. */
const ENDS_BATCH = new Set([...'SQFHcf'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);
const IDLE_IN_TRANSACTION_MS = 60_000;

/** @param {string} letter @param {Buffer} body */
function message(letter, body) {
  const head = Buffer.alloc(5);
  head.write(letter, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** @param {string} name @param {string} value */
const parameter = (name, value) => message('S', Buffer.from(`${name}\0${value}\0`));

/** @param {string} sql */
const query = (sql) => new Uint8Array(message('Q', Buffer.from(`${sql}\0`)));

/** What a connection hears instead of a log-in: whoever reaches the socket is let in. @param {string} version */
function greeting(version) {
  return Buffer.concat([
    message('R', Buffer.alloc(4)),
    parameter('server_version', version),
    parameter('server_encoding', 'UTF8'),
    parameter('client_encoding', 'UTF8'),
    parameter('DateStyle', 'ISO, MDY'),
    parameter('TimeZone', 'UTC'),
    parameter('integer_datetimes', 'on'),
    parameter('standard_conforming_strings', 'on'),
    message('K', Buffer.alloc(8)),
    message('Z', Buffer.from('I')),
  ]);
}

/** Splits what arrives into batches. */
class Connection {
  /** @type {Buffer[]} */ chunks = [];
  buffered = 0;
  /** @type {Buffer[]} */ batch = [];
  started = false;
  /** @type {NodeJS.Timeout | undefined} */ idleTimer;

  /** @param {import('node:net').Socket} socket @param {string} version */
  constructor(socket, version) {
    this.socket = socket;
    this.version = version;
  }

  /** @param {number} length */
  take(length) {
    const whole = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    this.chunks = whole.length > length ? [whole.subarray(length)] : [];
    this.buffered -= length;
    return whole.subarray(0, length);
  }

  /** The length of the next message, or 0 if its head has not arrived. */
  nextLength() {
    const head = this.started ? 5 : 8;
    if (this.buffered < head) return 0;
    if (this.chunks[0].length < head) this.chunks = [Buffer.concat(this.chunks)];
    return this.started ? 1 + this.chunks[0].readInt32BE(1) : this.chunks[0].readInt32BE(0);
  }

  /** @param {Buffer} data @returns {Uint8Array[]} the batches that are now whole */
  receive(data) {
    this.chunks.push(data);
    this.buffered += data.length;
    const batches = [];
    for (let length = this.nextLength(); length > 0 && this.buffered >= length; length = this.nextLength()) {
      const next = this.take(length);
      if (!this.started) this.start(next);
      else if (next[0] === TERMINATE) this.socket.end();
      else {
        this.batch.push(next);
        if (!ENDS_BATCH.has(next[0])) continue;
        batches.push(new Uint8Array(Buffer.concat(this.batch)));
        this.batch = [];
      }
    }
    return batches;
  }

  /** @param {Buffer} packet */
  start(packet) {
    const code = packet.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) this.socket.write('N');
    else if (code === PROTOCOL_3) {
      this.started = true;
      this.socket.write(greeting(this.version));
    } else if (code === CANCEL_REQUEST) this.socket.end();
    else this.socket.destroy();
  }
}

/** One batch at a time; in a transaction, its owner's only. */
class Scheduler {
  /** @type {{ connection: Connection, batch: Uint8Array }[]} */ waiting = [];
  /** @type {Connection | null} */ owner = null;
  running = false;

  /** @param {import('@electric-sql/pglite').PGlite} db @param {(error: unknown) => void} onFatal */
  constructor(db, onFatal) {
    this.db = db;
    this.onFatal = onFatal;
  }

  /** @param {Connection} connection @param {Uint8Array} batch */
  add(connection, batch) {
    this.waiting.push({ connection, batch });
    void this.run();
  }

  /** @param {Connection} connection */
  async drop(connection) {
    clearTimeout(connection.idleTimer);
    this.waiting = this.waiting.filter((entry) => entry.connection !== connection);
    await this.run();
  }

  async run() {
    if (this.running) return;
    this.running = true;
    try {
      for (let next = this.next(); next !== undefined; next = this.next()) await this.execute(next);
    } catch (error) {
      this.onFatal(error);
      return;
    }
    this.running = false;
  }

  next() {
    const owner = this.owner;
    if (owner === null) return this.waiting.shift();
    if (owner.socket.destroyed) return { connection: owner, batch: query('ROLLBACK') };
    const index = this.waiting.findIndex((entry) => entry.connection === owner);
    return index === -1 ? undefined : this.waiting.splice(index, 1)[0];
  }

  /** @param {{ connection: Connection, batch: Uint8Array }} entry */
  async execute({ connection, batch }) {
    clearTimeout(connection.idleTimer);
    let tail = Buffer.alloc(0);
    await this.db.execProtocolRawStream(batch, {
      onRawData: (data) => {
        const copy = Buffer.from(data);
        tail = Buffer.concat([tail, copy]).subarray(-6);
        if (connection.socket.writable) connection.socket.write(copy);
      },
    });
    const isIdle = tail.length === 6 && tail[0] === READY && tail[5] === IDLE;
    this.owner = isIdle ? null : connection;
    if (!isIdle) {
      connection.idleTimer = setTimeout(() => connection.socket.destroy(), IDLE_IN_TRANSACTION_MS);
    }
  }

  /** Runs SQL of the worker's own between transactions, unless somebody is waiting. @param {string} sql */
  async housekeep(sql) {
    if (this.running || this.owner !== null) return false;
    this.running = true;
    try {
      await this.db.execProtocolRaw(query(sql));
    } finally {
      this.running = false;
    }
    void this.run();
    return true;
  }
}

/**
 * Listens on a Unix socket. Resolves once connections are accepted.
 * @param {{ db: import('@electric-sql/pglite').PGlite, path: string, version: string, onFatal: (error: unknown) => void }} options
 */
export async function startWireServer({ db, path, version, onFatal }) {
  const scheduler = new Scheduler(db, onFatal);
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const server = createServer((socket) => {
    const connection = new Connection(socket, version);
    sockets.add(socket);
    socket.on('data', (data) => {
      for (const batch of connection.receive(data)) scheduler.add(connection, batch);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      void scheduler.drop(connection);
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(undefined));
  });
  return {
    housekeep: (/** @type {string} */ sql) => scheduler.housekeep(sql),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      while (scheduler.running) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
