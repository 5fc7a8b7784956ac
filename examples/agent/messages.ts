import type { Pid } from '@quorate/process';
import { Pid as ProcessPid } from '@quorate/process';

/** Where the two runtimes find each other. */
export const MASTER_ADDRESS = 'master';
export const AGENT_ADDRESS = 'agent';
export const MASTER: Pid = new ProcessPid('master', MASTER_ADDRESS);
export const AGENT: Pid = new ProcessPid('agent', AGENT_ADDRESS);

/** From the master: it has taken the registration. Without a body. */
export const REGISTERED = 'example.Registered';
/** From the master: end as soon as no operation is left. Without a body. */
export const FINISH = 'example.Finish';

export const AGENT_ID = 'agent-1';
export const FRAMEWORK_ID = 'framework-1';
/** What the agent has when it starts for the first time. */
export const AGENT_RESOURCES = 'cpus:8;mem:8192;disk:4096';
