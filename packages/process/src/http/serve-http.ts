import type { IncomingMessage, ServerResponse } from 'node:http';
import { Future } from '../futures/future.ts';
import { Pid } from '../pid.ts';
import type { Runtime } from '../runtime.ts';
import { formatAddress } from './address.ts';
import type { HostAndPort } from './address.ts';
import { isPrincipal } from './authentication.ts';
import type { Authenticator, Principal } from './authentication.ts';
import type { FirewallRule } from './firewall.ts';
import { HttpError } from './http-error.ts';
import { HttpTransport } from './http-transport.ts';
import { Listener } from './listener.ts';
import { textResponse } from './responses.ts';
import { routesOf } from './route.ts';
import { RouteTable } from './route-table.ts';
import type { Route, RouteContext, RouteMatch } from './route-table.ts';
import { TransportMonitor } from './transport-events.ts';
import type { TransportEvent } from './transport-events.ts';
import { checkTransportOptions } from './transport-options.ts';
import type { TransportLimits } from './transport-options.ts';
import { webRequest } from './web-request.ts';
import { writeResponse } from './write-response.ts';

/** Whether whoever is known to ask may have it. May fail: 500. */
export type Authorization = (
  request: Request,
  principal: Principal | undefined,
) => boolean | PromiseLike<boolean>;

/** Where requests come in, and what keeps them out. */
export interface HttpServiceOptions {
  /** A transport, beside its messages, or an address of its own. */
  readonly at: HttpTransport | HostAndPort;
  /** Routes besides those of processes; they come first. Their paths are whole. */
  readonly endpoints?: readonly Route[];
  /** Who authenticates for a realm. A route of a realm that is not here serves everybody. */
  readonly realms?: Readonly<Record<string, Authenticator>>;
  /** By the path of the route, such as `/metrics/snapshot`: false is 403. After authentication. */
  readonly authorizations?: Readonly<Record<string, Authorization>>;
  /** Asked in order, before anything else. */
  readonly firewall?: readonly FirewallRule[];
  /** Whether an address that others can reach may be listened on. Default false. */
  readonly insecure?: boolean;
  readonly limits?: Partial<TransportLimits>;
  readonly onEvent?: (event: TransportEvent) => void;
}

/** What `serveHttp` gives. */
export interface HttpService extends AsyncDisposable {
  /** `host:port`. */
  readonly address: string;
  /** Takes no more requests. On an address of its own it breaks all connections. */
  close(): Promise<void>;
}

/**
 * Answers HTTP with the routes of processes (see `route`) and with endpoints. Requests of a connection
 * are answered in their order, also when they go to different processes.
 *
 * A path that nobody answers for is 404; a handler that fails is 500, one that will never come to an
 * end because its process has is 503, a body above `limits.bodyBytesMax` is 413.
 *
 * Fails with `TRANSPORT_OPTION_INVALID`, `TRANSPORT_INSECURE`, `TRANSPORT_LISTEN_FAILED` or
 * `ROUTE_INVALID`.
 */
export async function serveHttp(
  runtime: Runtime,
  options: HttpServiceOptions,
): Promise<HttpService> {
  const { at } = options;
  const own = at instanceof HttpTransport ? undefined : at;
  const { limits } = checkTransportOptions({
    listen: own ?? { host: '127.0.0.1', port: 0 },
    ...(options.insecure !== undefined && { insecure: options.insecure }),
    ...(options.limits && { limits: options.limits }),
  });
  const requests = new RequestHandling(runtime, options, limits.bodyBytesMax);
  const serve = (request: IncomingMessage, response: ServerResponse): void =>
    requests.serve(request, response);
  if (at instanceof HttpTransport) {
    if (at.isOpenToAll && options.insecure !== true) throw openToAll(at);
    return serviceAt(at, serve);
  }
  return serviceOfItsOwn(at, limits, serve, options.onEvent);
}

function openToAll({ address }: HttpTransport): HttpError {
  return new HttpError(
    'TRANSPORT_INSECURE',
    `whoever reaches ${address} could ask the endpoints of it, for a shared secret lets in messages only: serve them on 127.0.0.1 or ::1, use mutualTls, or say insecure: true where each has a realm`,
  );
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

function serviceAt(transport: HttpTransport, serve: Serve): HttpService {
  transport.serveRequests(serve);
  const close = (): Promise<void> => {
    transport.serveRequests(undefined);
    return Promise.resolve();
  };
  return { address: transport.address, close, [Symbol.asyncDispose]: close };
}

async function serviceOfItsOwn(
  at: HostAndPort,
  limits: TransportLimits,
  request: Serve,
  onEvent: ((event: TransportEvent) => void) | undefined,
): Promise<HttpService> {
  const monitor = new TransportMonitor(onEvent);
  const listener = new Listener({ limits, monitor, handlers: { request } });
  const address = formatAddress(await listener.listen(at));
  const close = (): Promise<void> => listener.close();
  return { address, close, [Symbol.asyncDispose]: close };
}

interface Target {
  readonly match: RouteMatch;
  readonly table: RouteTable;
  /** Of the process that answers; undefined for an endpoint. */
  readonly pid: Pid | undefined;
  /** The path of the route, with the id of its process. */
  readonly path: string;
}

/** From a request of Node to the response of a handler. */
class RequestHandling {
  readonly #runtime: Runtime;
  readonly #options: HttpServiceOptions;
  readonly #bodyBytesMax: number;
  readonly #endpoints = new RouteTable();

  constructor(runtime: Runtime, options: HttpServiceOptions, bodyBytesMax: number) {
    this.#runtime = runtime;
    this.#options = options;
    this.#bodyBytesMax = bodyBytesMax;
    for (const endpoint of options.endpoints ?? []) this.#endpoints.add(endpoint);
  }

  serve(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const client = new AbortController();
    outgoing.once('close', () => client.abort());
    void this.#respond(incoming, client.signal)
      .catch((error: unknown) => this.#failed(error))
      .then((response) => writeResponse(outgoing, response))
      .catch(() => outgoing.destroy());
  }

  async #respond(incoming: IncomingMessage, client: AbortSignal): Promise<Response> {
    const { url = '', method = 'GET', headers } = incoming;
    if (!url.startsWith('/')) return textResponse(400, "Request URL path must start with '/'");
    const [path = ''] = url.split('?', 1);
    for (const rule of this.#options.firewall ?? []) {
      const refusal = rule(path, method);
      if (refusal) return refusal;
    }
    if (path.startsWith('//') || path.includes('/..')) return textResponse(404);
    if (Number(headers['content-length'] ?? 0) > this.#bodyBytesMax) return textResponse(413);
    const target = this.#find(path);
    if (!target) return textResponse(404);
    let request: Request;
    try {
      request = webRequest(incoming, { bodyBytesMax: this.#bodyBytesMax, signal: client });
    } catch {
      return textResponse(501);
    }
    // In the order of arrival, however long each authentication takes.
    const admitted = await target.table.inOrder(this.#admit(target, request));
    if (admitted instanceof Response) return admitted;
    return this.#run(target, request, admitted.principal, client);
  }

  #find(path: string): Target | undefined {
    const match = this.#endpoints.match(path);
    if (match) return { match, table: this.#endpoints, pid: undefined, path: match.route.path };
    const slash = path.indexOf('/', 1);
    const id = decodedId(slash < 0 ? path.slice(1) : path.slice(1, slash));
    const table = id === undefined ? undefined : routesOf(this.#runtime).get(id);
    const found = table?.match(slash < 0 ? '/' : path.slice(slash));
    if (id === undefined || !table || !found) return undefined;
    const suffix = found.route.path === '/' ? '' : found.route.path;
    const pid = new Pid(id, this.#runtime.address);
    return { match: found, table, pid, path: `/${id}${suffix}` };
  }

  /** Who asks, or the response that keeps them out. */
  async #admit(
    { match, path }: Target,
    request: Request,
  ): Promise<{ readonly principal: Principal | undefined } | Response> {
    const { realms = {}, authorizations = {} } = this.#options;
    const { realm } = match.route;
    const authenticator =
      realm !== undefined && Object.hasOwn(realms, realm) ? realms[realm] : undefined;
    const result = await authenticator?.authenticate(request);
    if (result instanceof Response) return result;
    if (result && !isPrincipal(result)) {
      return textResponse(500, 'a principal without a value and without claims');
    }
    const authorization = Object.hasOwn(authorizations, path) ? authorizations[path] : undefined;
    if (authorization && !(await authorization(request, result))) return textResponse(403);
    return { principal: result };
  }

  #run(
    { match, pid }: Target,
    request: Request,
    principal: Principal | undefined,
    client: AbortSignal,
  ): Promise<Response> {
    const { route, rest } = match;
    const context: RouteContext = { principal, rest };
    const call = (): Response | PromiseLike<Response> => route.handler(request, context);
    const result: Future<unknown> = pid ? this.#runtime.dispatch(pid, call) : Future.try(call);
    client.addEventListener('abort', () => result.discard());
    return new Promise((resolve) => {
      result
        .onReady((response) => resolve(checked(response, route)))
        .onFailed((error) => resolve(this.#failed(error)))
        .onDiscarded(() => resolve(textResponse(500, 'discarded future')))
        .onAbandoned(() => resolve(textResponse(503)));
    });
  }

  #failed(error: unknown): Response {
    const { code, message } = error as { code?: unknown; message?: unknown };
    if (code === 'HTTP_BODY_TOO_LARGE') return textResponse(413);
    if (code === 'MAILBOX_FULL' || code === 'FUTURE_ABANDONED') return textResponse(503);
    this.#runtime.logger.warn({ err: error }, 'a request failed');
    return textResponse(500, typeof message === 'string' ? message : String(error));
  }
}

function checked(response: unknown, { path }: Route): Response {
  if (response instanceof Response) return response;
  return textResponse(500, `the handler of ${path} gave no Response`);
}

function decodedId(id: string): string | undefined {
  try {
    return decodeURIComponent(id.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
