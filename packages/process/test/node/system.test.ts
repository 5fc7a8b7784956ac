import { totalmem } from 'node:os';
import { expect, test } from '@jest/globals';
import { Runtime } from '@quorate/process';
import { Metrics, PushGauge } from '@quorate/process/metrics';
import { spawnSystem } from '@quorate/process/node';
import { expectAbandoned } from '@quorate/process/testing';

test('Metrics: the gauges of the machine are there as long as the process is', async () => {
  await using runtime = new Runtime();
  const metrics = new Metrics(runtime.clock);
  const pid = spawnSystem({ metrics, runtime });
  expect(pid.id).toBe('system');
  const stats = await runtime.dispatch(pid, 'stats');
  const { values, missing } = await metrics.snapshot();
  expect(missing).toEqual({});
  expect(Object.keys(values)).toEqual([
    'system/cpus_total',
    'system/load_15min',
    'system/load_1min',
    'system/load_5min',
    'system/mem_free_bytes',
    'system/mem_total_bytes',
  ]);
  expect(values['system/mem_total_bytes']).toBe(totalmem());
  expect(values['system/mem_free_bytes']).toBeGreaterThan(0);
  expect(values['system/cpus_total']).toBe(stats.cpus_total);
  expect(values['system/load_1min']).toBeGreaterThanOrEqual(0);
  runtime.terminate(pid);
  await runtime.wait(pid);
  expect(metrics.names).toEqual([]);
  await expectAbandoned(runtime.dispatch(pid, 'stats'));
});

test('it ends when a gauge of its is there already', async () => {
  await using runtime = new Runtime();
  const metrics = new Metrics(runtime.clock);
  metrics.add(new PushGauge('system/cpus_total'));
  const pid = spawnSystem({ metrics, runtime });
  await expectAbandoned(runtime.dispatch(pid, 'stats'));
  expect(metrics.names).toEqual(['system/cpus_total']);
});
