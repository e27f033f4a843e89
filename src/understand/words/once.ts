/** Made when it is first asked for. */
export function once<Made extends object | number | boolean>(make: () => Made): () => Made {
  let made: Made | null = null;
  return () => (made ??= make());
}
