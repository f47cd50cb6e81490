/** How the embedded PostgreSQL is set: for one program on a small machine, and for keeping what it acknowledged. */
const settings: Readonly<Record<string, string>> = {
  // Reached through its socket in the data folder alone; no port.
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  // The secrets are random 256 bits: stretching them would only slow each connection down.
  scram_iterations: '1',

  // Short queries by many people: compiling or splitting one query costs more than it gives.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  // A query whose asker has gone ends.
  client_connection_check_interval: '2s',

  shared_buffers: '96MB',
  max_connections: '40',
  io_method: 'sync',
  autovacuum_max_workers: '2',
  max_logical_replication_workers: '0',
  max_wal_size: '512MB',

  // Errors of statements reach the program, which logs them without the values; here they would stand with them.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** @param others settings of PostgreSQL in place of these, by their names */
export const settingsAsArguments = (others: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({ ...settings, ...others }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
