/** The patterns that tell fills apart without their colour. */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-closed`} width="9" height="9" patternUnits="userSpaceOnUse">
        <rect class="closed-ground" width="9" height="9" />
        <path class="closed-hatch" d="M0 9L9 0" />
      </pattern>
      <pattern id={`${id}-named`} width="12" height="12" patternUnits="userSpaceOnUse">
        <rect class="named-ground" width="12" height="12" />
        <path class="named-hatch" d="M0 0L12 12M0 12L12 0" />
      </pattern>
      <pattern
        id={`${id}-paused`}
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="paper" width="9" height="9" />
        <path class="pause-hatch" d="M0 0V9" />
      </pattern>
      <pattern id={`${id}-stopped`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="paper" width="6" height="6" />
        <circle class="stop-dot" cx="3" cy="3" r="1" />
      </pattern>
      <pattern
        id={`${id}-over`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <path class="over-hatch" d="M0 0V7" />
      </pattern>
    </defs>
  );
}

/** The fill of a bar or a box, by name. */
export function patternFill(id: string, name: "closed" | "named" | "paused" | "stopped" | "over") {
  return `url(#${id}-${name})`;
}
