import { describe, expect, it } from 'vitest';
import { findThings } from '../../../src/understand/facts/things.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { began, spentSince } from '../../support/spent.ts';

describe('things that a mail names', () => {
  it.each([
    ['Mohon user aplikasi SAKTI untuk Pak Joko.', 'SAKTI'],
    ['hosting PaaS production aplikasi e-Arsip.', 'e-Arsip'],
    ['aplikasi e-kinerja tidak jalan', 'e-kinerja'],
    ['backup aplikasi "Si Manis" malam ini', 'Si Manis'],
    ['Mohon backup.\nNama aplikasi: SIMPEL Pajak\nServer: srv-app-01', 'SIMPEL Pajak'],
    ['Nama Aplikasi: e-Arsip. IP aplikasi 10.1.2.3.', 'e-Arsip'],
    ['Mohon hosting aplikasi Perbendaharaan', 'Perbendaharaan'],
    ['aplikasi Yang lama', undefined],
    ['aplikasi e-mail', undefined],
    ['aplikasi baru untuk arsip', undefined],
  ])('the application in "%s" is %s', (text, application) => {
    expect(findThings(new Searched(text)).application).toBe(application);
  });

  it.each([
    ['Mohon server srv-db-02 hosting IaaS diaktifkan kembali.', ['srv-db-02']],
    ['hostname: earsip01', ['earsip01']],
    ['VM djp-eobj-01, djp-eobj-02 dan djp-eobj-03', ['djp-eobj-01', 'djp-eobj-02', 'djp-eobj-03']],
    ['Mohon penonaktifan hosting arsip.kemenkeu.go.id.', ['arsip.kemenkeu.go.id']],
    ['server 10.20.4.17 dan 10.20.4.18', ['10.20.4.17', '10.20.4.18']],
    ['tulis ke budi@kemenkeu.go.id atau lihat https://arsip.kemenkeu.go.id/x', undefined],
    ['butuh server development dan server dev', undefined],
    ['segmen 10.20.4.0/24, versi 10.1.2.999', undefined],
    ['satu server Windows2019 baru', undefined],
  ])('the servers in "%s" are %j', (text, servers) => {
    expect(findThings(new Searched(text)).servers).toEqual(servers);
  });

  it.each([
    ['Instal Office di laptop Lenovo T480, SN PF1A2B3C.', ['PF1A2B3C'], undefined],
    ['Serial number: 5CD1234XYZ\nKode BMN: 3100102002-17', ['5CD1234XYZ'], ['3100102002-17']],
    ['kode BMN 3.10.01.02.002 NUP 15', undefined, ['3.10.01.02.002-15']],
    ['nomor seri PF1A2B3C, PF1A2B3D dan PF1A2B3E', ['PF1A2B3C', 'PF1A2B3D', 'PF1A2B3E'], undefined],
    ['telepon 3100102002, SN belum ada', undefined, undefined],
    ['permintaan serial number Office untuk 2 PC', undefined, undefined],
  ])('"%s" has the serial numbers %j and the codes %j', (text, serialNumbers, bmnCodes) => {
    expect(findThings(new Searched(text))).toMatchObject({
      ...(serialNumbers && { serialNumbers }),
      ...(bmnCodes && { bmnCodes }),
    });
    expect(findThings(new Searched(text)).serialNumbers).toEqual(serialNumbers);
    expect(findThings(new Searched(text)).bmnCodes).toEqual(bmnCodes);
  });

  it('names devices with what is said of them, each once', () => {
    expect(
      findThings(new Searched('laptop Lenovo T480 rusak, printer Epson L3110 dan printer juga; laptop Lenovo T480'))
        .devices,
    ).toEqual(['laptop Lenovo T480', 'printer Epson L3110', 'printer']);
  });

  it.each([
    'a-',
    'a.',
    '10.1.',
    'SN: ',
    'SN A1B2C, ',
    'aplikasi A',
    'server a',
    'laptop HP ',
    '3.10.01.02.002 NUP ',
    '1',
  ])('reads 300,000 letters of "%s" in the time that they take', (piece) => {
    const text = `bmn ${piece.repeat(300_000 / piece.length)}`;
    const start = began();

    findThings(new Searched(text));

    expect(spentSince(start)).toBeLessThan(3000);
  });
});
