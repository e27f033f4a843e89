/** Who takes part in the demonstration: people of the sample directory (fixtures/directory.csv), two teams, the desk. */
import type { Resident } from './mail-town.ts';

const at = (user: string, name: string): Resident => ({ address: `${user}@kemenkeu.example`, name });

export const DESK_MAILBOX = at('servicedesk', 'Service Desk Pusintek');

export const CAST = {
  mutia: at('mutia.zahra', 'Mutia Zahra'),
  joyo: at('joyo.handoko', 'Joyo Handoko'),
  lukman: at('lukman.sardi', 'Lukman Sardiman'),
  dewi: at('dewi.anjarwati', 'Dewi Anjarwati'),
  rizki: at('rizki.ananda', 'Rizki Ananda'),
  akun: at('rft-akun', 'Tim Akun dan Email'),
  hosting: at('rft-hosting', 'Tim Hosting'),
  jaringan: at('rft-jaringan', 'Tim Jaringan'),
  meja: at('meja-layanan', 'Meja Layanan'),
  operator: at('operator', 'Operator'),
} as const satisfies Record<string, Resident>;

export type Role = keyof typeof CAST;
