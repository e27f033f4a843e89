/** The commands of `loket`. */
export async function main(argv: readonly string[]): Promise<number> {
  console.error(`loket ${argv.join(' ')}: not there yet`);
  return 2;
}
