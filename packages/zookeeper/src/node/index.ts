/**
 * Connections to ZooKeeper over the TCP of Node.
 *
 * @packageDocumentation
 */
export { tcpConnector } from './tcp-connector.ts';
