import type { LabDatabase, LabModelWithDatabase } from '../model/lab-model';
import { labSecret, LENGTHS } from '../model/lab-secrets';

/** One of the two servers. */
export interface DatabaseServer {
  /** Server id of replication: different for the two. */
  readonly id: 1 | 2;
  readonly address: string;
  /** Folder of its data, its socket `mysqld.sock` and its logs. */
  readonly folder: string;
  readonly tls: { readonly certificate: string; readonly key: string; readonly authority: string };
  /** The one that waits to take over. */
  readonly standby: boolean;
}

/** Configuration of one server, and how far it shows the parameter group. */
export interface DatabaseConfig {
  readonly text: string;
  /** Parameters with the value that the server gets. */
  readonly shown: Readonly<Record<string, string>>;
  /** Parameters that this server does not have, or not in this form. */
  readonly notShown: Readonly<Record<string, string>>;
}

/** MySQL's parameters that MariaDB 10.11 to 11.8 know by the same name and take in a file. Source: `mariadbd --help`. */
const SAME = new Set(
  `auto_increment_increment auto_increment_offset autocommit back_log binlog_cache_size binlog_checksum
   binlog_expire_logs_seconds binlog_format binlog_row_image binlog_row_metadata binlog_stmt_cache_size
   bulk_insert_buffer_size character_set_filesystem character_set_server collation_server completion_type
   concurrent_insert connect_timeout default_storage_engine default_week_format div_precision_increment
   eq_range_index_dive_limit event_scheduler explicit_defaults_for_timestamp ft_max_word_len ft_min_word_len
   general_log group_concat_max_len host_cache_size init_connect innodb_adaptive_flushing innodb_adaptive_hash_index
   innodb_autoinc_lock_mode innodb_buffer_pool_dump_at_shutdown
   innodb_buffer_pool_load_at_startup innodb_deadlock_detect innodb_file_per_table
   innodb_flush_log_at_timeout innodb_flush_log_at_trx_commit innodb_flush_neighbors innodb_ft_enable_stopword
   innodb_ft_max_token_size innodb_ft_min_token_size innodb_io_capacity innodb_io_capacity_max
   innodb_lock_wait_timeout innodb_log_buffer_size innodb_lru_scan_depth
   innodb_max_dirty_pages_pct innodb_old_blocks_pct innodb_old_blocks_time innodb_online_alter_log_max_size
   innodb_open_files innodb_print_all_deadlocks innodb_purge_threads innodb_read_ahead_threshold
   innodb_read_io_threads innodb_rollback_on_timeout innodb_sort_buffer_size innodb_stats_auto_recalc
   innodb_stats_on_metadata innodb_stats_persistent innodb_strict_mode innodb_write_io_threads interactive_timeout
   join_buffer_size key_buffer_size lc_time_names local_infile lock_wait_timeout log_bin_trust_function_creators
   log_output log_queries_not_using_indexes long_query_time low_priority_updates lower_case_table_names
   max_allowed_packet max_connect_errors max_connections max_error_count max_heap_table_size max_join_size
   max_prepared_stmt_count max_seeks_for_key max_sort_length max_user_connections
   min_examined_row_limit net_buffer_length net_read_timeout net_retry_count net_write_timeout optimizer_prune_level
   optimizer_search_depth performance_schema preload_buffer_size query_alloc_block_size query_prealloc_size
   range_alloc_block_size read_buffer_size read_rnd_buffer_size require_secure_transport 
   skip_name_resolve slow_launch_time slow_query_log sort_buffer_size sql_mode sync_binlog table_definition_cache
   table_open_cache table_open_cache_instances thread_cache_size thread_stack tls_version tmp_table_size
   transaction_isolation updatable_views_with_limit wait_timeout`.split(/\s+/),
);

/** Parameters whose value belongs to a server of the size that AWS runs. */
const SIZES = new Set(['innodb_buffer_pool_chunk_size', 'innodb_buffer_pool_size', 'innodb_log_file_size']);

/** Values that MariaDB has under another name; the lab's version need not know MySQL's. */
const VALUES: Readonly<Record<string, string>> = {
  utf8mb4_0900_ai_ci: 'utf8mb4_uca1400_ai_ci',
  utf8mb4_0900_as_ci: 'utf8mb4_uca1400_as_ci',
  utf8mb4_0900_as_cs: 'utf8mb4_uca1400_as_cs',
};

/**
 * What the server has of a parameter group.
 *
 * A collation stands for its nearest relative: the same letters are equal, by a newer table of Unicode.
 */
export function databaseParameters({ parameters }: LabDatabase): Pick<DatabaseConfig, 'shown' | 'notShown'> {
  const shown: Record<string, string> = {};
  const notShown: Record<string, string> = {};
  for (const { name, value } of parameters) {
    if (SIZES.has(name) || value.includes('{')) notShown[name] = `'${value}' depends on the size of the instance class`;
    else if (!SAME.has(name)) notShown[name] = 'MariaDB has no parameter of this name in its configuration';
    else shown[name] = VALUES[value] ?? value;
  }
  return { shown, notShown };
}

/**
 * Configuration of one of the two MariaDB servers that stand for a database in two zones.
 *
 * A transaction is acknowledged only when the standby has it (semi-synchronous, before it is visible), as RDS does; a
 * server that was cut off takes back what the standby never got when it comes again as standby.
 */
export function databaseConfig({ database }: LabModelWithDatabase, server: DatabaseServer): DatabaseConfig {
  const parameters = databaseParameters(database);
  const settings: Readonly<Record<string, string | number>> = {
    ...replication(server),
    ...parameters.shown,
    datadir: `${server.folder}/data`,
    socket: `${server.folder}/mysqld.sock`,
    'pid-file': `${server.folder}/mysqld.pid`,
    log_error: `${server.folder}/error.log`,
    slow_query_log_file: `${server.folder}/slow.log`,
    general_log_file: `${server.folder}/general.log`,
    bind_address: server.address,
    port: database.port,
    skip_name_resolve: 1,
    ssl_cert: server.tls.certificate,
    ssl_key: server.tls.key,
    ssl_ca: server.tls.authority,
  };
  const text = ['[mariadbd]', ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`), ''].join('\n');
  return { text, ...parameters };
}

function replication({ id, standby, folder }: DatabaseServer): Record<string, string | number> {
  return {
    server_id: id,
    log_bin: `${folder}/binlog`,
    relay_log: `${folder}/relay`,
    binlog_format: 'ROW',
    log_slave_updates: 1,
    gtid_strict_mode: 1,
    sync_binlog: 1,
    innodb_flush_log_at_trx_commit: 1,
    rpl_semi_sync_master_enabled: standby ? 0 : 1,
    rpl_semi_sync_master_wait_point: 'AFTER_SYNC',
    // without a standby nothing waits for one
    rpl_semi_sync_master_wait_no_slave: 0,
    rpl_semi_sync_slave_enabled: 1,
    skip_slave_start: 1,
    read_only: standby ? 1 : 0,
    init_rpl_role: standby ? 'SLAVE' : 'MASTER',
  };
}

/** User that the standby reads from the other server as. */
const REPLICATION_USER = 'replication';

/**
 * Statements for the socket of the first server when it is new: the master user whose name and password RDS would have
 * made, and the user of replication. What the site needs is made by its own function.
 */
export function firstDatabaseSql({ database, seed }: LabModelWithDatabase): string[] {
  const master = seed.secrets.find(({ name }) => name === database.masterSecretName);
  const { password = '' } = JSON.parse(master?.value ?? '{}') as { password?: string };
  const tls = database.requireTls ? ' REQUIRE SSL' : '';
  return [
    `CREATE USER IF NOT EXISTS '${database.masterUser}'@'%' IDENTIFIED BY '${password}'${tls}`,
    `GRANT ALL PRIVILEGES ON *.* TO '${database.masterUser}'@'%' WITH GRANT OPTION`,
    `CREATE USER IF NOT EXISTS '${REPLICATION_USER}'@'%' IDENTIFIED BY '${replicationPassword()}' REQUIRE SSL`,
    `GRANT REPLICATION SLAVE ON *.* TO '${REPLICATION_USER}'@'%'`,
  ];
}

/** Statements that make a server the standby of the one at this address. */
export function followSql({ database }: LabModelWithDatabase, address: string): string[] {
  const source = [
    `MASTER_HOST = '${address}'`,
    `MASTER_PORT = ${database.port}`,
    `MASTER_USER = '${REPLICATION_USER}'`,
    `MASTER_PASSWORD = '${replicationPassword()}'`,
    'MASTER_SSL = 1',
    'MASTER_SSL_VERIFY_SERVER_CERT = 0',
    'MASTER_USE_GTID = slave_pos',
    'MASTER_CONNECT_RETRY = 1',
  ];
  return ['STOP SLAVE', `CHANGE MASTER TO ${source.join(', ')}`, 'SET GLOBAL read_only = 1', 'START SLAVE'];
}

/** The position up to which the standby has received what the other server did. */
export const RECEIVED_SQL = 'SELECT Gtid_IO_Pos FROM information_schema.SLAVE_STATUS';

/** Statements that make the standby the server that takes writes; then point the name at it (`databaseHosts`). */
export const PROMOTE_SQL: readonly string[] = [
  'STOP SLAVE',
  'RESET SLAVE ALL',
  'SET GLOBAL rpl_semi_sync_master_enabled = 1',
  'SET GLOBAL read_only = 0',
];

function replicationPassword(): string {
  return labSecret(`database/${REPLICATION_USER}`, LENGTHS.password);
}
