/// What a still picture is made of in SVG 1.1.
enum SVGVocabulary {
  /// Elements that draw, or that drawings are made of.
  static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "textPath", "title", "desc", "linearGradient", "radialGradient",
    "stop", "pattern", "clipPath", "mask", "marker", "image", "style", "filter", "feBlend",
    "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
    "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feFlood", "feFuncA", "feFuncB",
    "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset",
    "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
  ]

  /// Attributes that say how.
  static let attributes: Set<String> = [
    "class", "style", "transform", "viewBox", "preserveAspectRatio", "version", "width", "height",
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points",
    "dx", "dy", "rotate", "textLength", "lengthAdjust", "startOffset", "pathLength", "offset",
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
    "stroke-opacity", "opacity", "color", "display", "visibility", "overflow", "clip",
    "clip-path", "clip-rule", "mask", "filter", "marker-start", "marker-mid", "marker-end",
    "stop-color", "stop-opacity", "flood-color", "flood-opacity", "lighting-color",
    "font-family", "font-size", "font-style", "font-variant", "font-weight", "font-stretch",
    "letter-spacing", "word-spacing", "text-anchor", "text-decoration", "dominant-baseline",
    "alignment-baseline", "baseline-shift", "writing-mode", "shape-rendering",
    "text-rendering", "image-rendering", "gradientUnits", "gradientTransform", "spreadMethod",
    "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits",
    "maskContentUnits", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient",
    "filterUnits", "primitiveUnits", "in", "in2", "result", "type", "values", "mode", "operator",
    "k1", "k2", "k3", "k4", "stdDeviation", "radius", "scale", "xChannelSelector",
    "yChannelSelector", "tableValues", "slope", "intercept", "amplitude", "exponent",
    "surfaceScale", "diffuseConstant", "specularConstant", "specularExponent",
    "kernelUnitLength", "order", "kernelMatrix", "divisor", "bias", "targetX", "targetY",
    "edgeMode", "preserveAlpha", "azimuth", "elevation", "z", "pointsAtX", "pointsAtY",
    "pointsAtZ", "limitingConeAngle", "baseFrequency", "numOctaves", "seed", "stitchTiles",
  ]
}
