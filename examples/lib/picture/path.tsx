interface PathProps {
  readonly d: string;
  readonly class?: string;
  readonly fill?: string;
  readonly clip?: string;
}

/** A path, or nothing where there is nothing to draw. */
export function Path({ d, clip, ...rest }: PathProps) {
  return d === "" ? null : <path d={d} {...(clip ? { "clip-path": clip } : {})} {...rest} />;
}
