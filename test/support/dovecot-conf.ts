import type { DovecotPorts } from './dovecot.ts';

export function dovecotConf(of: {
  readonly dir: string;
  readonly user: string;
  readonly group: string;
  readonly ports: DovecotPorts;
  readonly more: string;
}): string {
  const { dir, user, group, ports, more } = of;
  return `
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/dovecot.log
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
instance_name = loket-test
protocols = imap lmtp
listen = 127.0.0.1
login_trusted_networks = 127.0.0.0/8
ssl = yes
ssl_cert = <${dir}/cert.pem
ssl_key = <${dir}/key.pem
ssl_dh =
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_fsync = never
mail_location = maildir:${dir}/mail/%n:LAYOUT=fs
mail_uid = ${user}
mail_gid = ${group}
first_valid_uid = 1
mail_max_userip_connections = 100
recipient_delimiter = +
lmtp_hdr_delivery_address = original
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%n ${dir}/passwd/%n
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${dir}/mail/%n allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {
    address = 127.0.0.1
    port = ${ports.imap}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${ports.imaps}
    ssl = yes
  }
}
service imap {
  service_count = 256
  process_min_avail = 1
}
service lmtp {
  chroot =
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${ports.lmtp}
  }
}
service auth {
  client_limit = 2000
}
service stats {
  chroot =
}
${more}
`;
}
