const SPACE = 'http://www.w3.org/2000/svg'
const DRAWN = ['fill', 'stroke', 'font-size', 'font-family'] as const
const SHARPNESS = 2
const PAPER = '#fff'

/** A drawing of the page as a file of its own: the colours of light written into it, and what it shows below. */
export function drawingOf(svg: SVGSVGElement, caption: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [own, copied] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')]
  svg.classList.add('in-light')
  copied.forEach((element, at) => own[at] && paint(element, getComputedStyle(own[at])))
  const ink = getComputedStyle(svg).getPropertyValue('--muted')
  svg.classList.remove('in-light')
  const { width, height } = svg.viewBox.baseVal
  copy.setAttribute('xmlns', SPACE)
  copy.setAttribute('viewBox', `0 -8 ${width} ${height + 36}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height + 36))
  copy.append(written(caption, height + 16, ink))
  return new XMLSerializer().serializeToString(copy)
}

/** The same as an image of twice the size, on paper. */
export async function imageOf(svg: SVGSVGElement, caption: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([drawingOf(svg, caption)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = new OffscreenCanvas(image.width * SHARPNESS, image.height * SHARPNESS)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('the browser draws no images')
    context.fillStyle = PAPER
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}

function paint(element: Element, style: CSSStyleDeclaration): void {
  element.removeAttribute('class')
  element.removeAttribute('style')
  element.removeAttribute('tabindex')
  for (const name of DRAWN) element.setAttribute(name, style.getPropertyValue(name))
}

function written(caption: string, y: number, ink: string): SVGTextElement {
  const text = document.createElementNS(SPACE, 'text')
  text.setAttribute('y', String(y))
  text.setAttribute('font-size', '11')
  text.setAttribute('font-family', 'sans-serif')
  text.setAttribute('fill', ink)
  text.textContent = caption
  return text
}
