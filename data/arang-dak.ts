/**
 * Arang Dak: who gives tangible support to whom at least once a month, among all 108 adults of one village in lowland
 * Nicaragua (32 households). 1,422 arcs, each reported by giver and receiver both; source gives to target.
 *
 * Attribution: J. M. Koster (2018), Family ties, Royal Society Open Science 5(4):172159, doi:10.1098/rsos.172159, and
 * C. R. Simpson (2022), Social support and network formation in a small-scale horticulturalist population, Scientific
 * Data 9, doi:10.1038/s41597-022-01516-x; CC BY 4.0. What was changed is told in README.md beside this file.
 */
import type { Arc, Network, NetworkNode } from "../src/model/network.ts";

const COLUMNS = ["household", "sex", "age", "household_wealth", "ethnicity"];

/** A person: id and the columns above, as in the source. */
const PERSONS = `
R1,H1,M,35,197.01,May R2,H2,M,26,171.22,May R3,H5,M,48,314.46,May R4,H3,M,45,182.03,Mis R5,H4,M,33,73.79,May
R6,H6,F,67,246.48,May R7,H26,M,23,311.69,May R8,H13,F,43,184.18,May R9,H22,M,20,171.86,May
R10,H32,M,31,321.59,May R11,H15,F,22,323.03,May R12,H17,F,41,332.81,May R13,H30,M,22,566.28,May
R14,H7,M,23,49,Mis R15,H30,F,25,566.28,May R16,H30,F,24,566.28,May R17,H30,F,25,566.28,May
R18,H8,M,37,846.06,May R19,H24,F,41,5259.31,May R20,H23,F,31,2340.57,Mis R21,H3,M,25,182.03,May
R22,H21,F,21,79.86,May R23,H9,M,39,1118.81,May R24,H16,F,26,552.79,May R25,H30,F,52,566.28,May
R26,H15,M,24,323.03,May R27,H20,F,24,851.25,May R28,H10,M,40,650.41,May R29,H6,F,35,246.48,May
R30,H14,F,20,3840.83,May R31,H31,F,73,1652.06,May R32,H11,M,35,271.62,May R33,H5,F,75,314.46,May
R34,H8,F,33,846.06,May R35,H12,M,48,566.84,May R36,H13,M,43,184.18,Mis R37,H26,M,20,311.69,May
R38,H4,F,28,73.79,May R39,H9,F,39,1118.81,May R40,H14,M,48,3840.83,May R41,H22,M,26,171.86,May
R42,H15,M,50,323.03,Mis R43,H22,F,44,171.86,May R44,H3,F,21,182.03,May R45,H16,M,59,552.79,Mis
R46,H17,M,54,332.81,May R47,H30,M,26,566.28,May R48,H1,F,22,197.01,May R49,H18,M,53,402.53,May
R50,H30,F,19,566.28,Mis R51,H3,F,19,182.03,May R52,H13,M,24,184.18,May R53,H19,M,73,164.73,May
R54,H15,M,24,323.03,Mis R55,H20,M,38,851.25,Mis R56,H9,F,22,1118.81,May R57,H21,M,23,79.86,Mis
R58,H31,F,25,1652.06,May R59,H22,M,48,171.86,Mis R60,H24,F,19,5259.31,May R61,H16,F,47,552.79,May
R62,H16,F,19,552.79,May R63,H15,F,27,323.03,May R64,H27,F,24,372.61,May R65,H28,F,49,739.5,May
R66,H5,F,43,314.46,May R67,H1,F,44,197.01,May R68,H23,M,34,2340.57,Mis R69,H18,F,29,402.53,May
R70,H26,F,19,311.69,May R71,H1,M,35,197.01,Mis R72,H24,M,46,5259.31,May R73,H13,M,26,184.18,May
R74,H25,F,34,608.06,May R75,H19,F,69,164.73,May R76,H11,F,32,271.62,May R77,H28,M,33,739.5,May
R78,H19,M,36,164.73,May R79,H30,F,18,566.28,May R80,H18,M,36,402.53,Mis R81,H7,F,36,49,May
R82,H25,M,36,608.06,May R83,H10,F,31,650.41,May R84,H26,F,54,311.69,May R85,H27,M,28,372.61,May
R86,H28,M,65,739.5,May R87,H15,F,48,323.03,May R88,H18,F,52,402.53,May R89,H13,M,20,184.18,May
R90,H12,F,29,566.84,May R91,H6,M,40,246.48,May R92,H29,M,26,144.2,May R93,H30,M,31,566.28,May
R94,H9,F,19,1118.81,May R95,H22,F,18,171.86,May R96,H32,F,33,321.59,Mis R97,H29,F,22,144.2,May
R98,H3,F,45,182.03,May R99,H30,M,64,566.28,May R100,H1,M,24,197.01,May R101,H22,M,25,171.86,Mis
R102,H18,F,20,402.53,May R103,H31,M,33,1652.06,May R104,H18,M,25,402.53,May R105,H22,M,24,171.86,May
R106,H32,M,33,321.59,May R107,H6,M,20,246.48,May R108,H2,F,24,171.22,May`;

/** A giver, a colon, and its receivers: places in the list of persons from 0, two digits each in base 36. */
const GIVERS = `
00:121b1c1g1u1y222b2r 01:050r0v101c1x232a2b2f2z 02:090g0t0w121t1v23242f 03:04050u0w2p 04:031924
05:01020b0f0i0j0s0y0z13141516191g1l1m1q1r1s1t1z21232f2h2i2o2s2t2w 07:050i0x0z1c1f1g1j1m1w202122292f2g 08:2y
09:19 0a:0p151h1q2e 0b:050d0i0l0m0q0s0u0w11121618191c1g1k1o1z2428292f2m2v 0c:0e0f0g0o0s0x171a26 0d:0b191y282i
0e:0c0f0g0o0x171a1d1g262k2p2q 0f:0e0g0m0o0s0x171a1d1g262b2k2p2q 0g:0c0e0f0o0x171a1d1g22262k2m2p2q
0h:0c0e0f0g0m0o0x12171a1d1k262k2p2q
0i:03050b0d0h0l0m0q0r0u0w0x0y0z111214161718191i1k1l1n1o1s1t1u1z22282b2h2u2w 0j:02050w1s1t1v2223242b2d2m
0k:0c14171a1e1g1x22252b2j2o2p2s2v 0l:0b0i0q0u0y191i1k1n1o1p1z2u2v 0m:050b0h0i0u0w121318191g1j222g2q
0n:0u0w181l1o1p1r1w2f2t 0o:050c0e0f0g0h0i0k0r0w0x17191a1c1d1g1o222526292b2k2p2q 0p:0a151h1q2e2f
0q:0i0l0u0w0y191i1k1l1n1o1z20292h2u2w 0r:010i0s0u0v0w0x101a1c1k1x1z232a2b2i2x2z
0s:02050f0r0t0y1416191a1c1m1t1u1y282f2i2m2w2y 0t:020s131s1t22232d2m2p
0u:0b0i0n0q0w0y1118191c1g1k1l1n1o1p1r1w1z222f2h2m2t2u2v 0v:010r101x232a2b2z
0w:020j0t13191j1r1s1t1v222324282b2d2f2m2p 0x:050c0e0f0g0h0i0o0r0u121315171a1c1d1g1j1k2e2k2m
0y:050i0q0s0u0w16191c1i1k1l1m1n1o1s1t2h 0z:05070i161c1f1j1m202f2g 10:010r0v0w1g1x232a2b2z
11:050b0n0u0w18191o1p 12:090f0k0m0o0u0w13171e1g1j22232g2p 13:02090j0m0t1b1f1g1t1u1v1y2022252m2x
14:050i0s161k1m1z242i2m2o2v2y 15:0a0p0u0x191g1h1q2e 16:05080b0s0z14191c1m1t1u1w2f2j2m2o2s2w2y
17:0e0f0g0o0x1d1e1g1j1x222o2p 18:030n0u11191c1g1o1p1r27292u
19:05090b0d0i0m0s0u0w0x0y111216181c1g1l1m1n1o1r1s1t1z28292f2h2m2s2u 1a:0c0e0f0g0k0m0o0s0x1d262k2p2q2v
1b:000c0k0m0t1c1e1g1j1u1y22232b2o2r 1c:000103050r0s0t0u0w0z1618191b1g1o1p1r1s1t1w2127292b2f2t2v
1d:0c0f0g0o0x0z1a262k 1e:0k13171b1g1j22232j2o2p 1f:070x0z202g
1g:000c0f0g0k0o0r0s0t0x10121317191a1b1j1o1u1x202223252b2j2n2p2r2x 1h:0a0p151q2e
1i:05090i0l0q0u0y14191k1n1q1z2h2s2v 1j:0f0m0w0x1213171b1e1g22232b2g2p 1k:050i0l0q0u0x0y141i1n1z2v
1l:030d0i0n0u0w0y191j1o1p2h2m2p2s2u 1m:05080y0z1416191w282j2o2s2w 1n:0i0l0q0u0y14191k1z2u2v
1o:040b0i0n0o0u0w1118191c1g1l1p1r1t1w27292f2h2t2u2v2x 1p:050n111c1o1r1w272f2t 1q:0a0p151h2e
1r:0b0n0u0w1118191a1c1o1p1w28292f2t2v 1s:050j0s0t0u0w0y191g1t1v242b2d 1t:02050s0t0w0y13191c1m1o1s23242d
1u:000r0s0t1213171b1c1e1g1j1o1y2223252b2f2m2p2r2x 1v:02050j1s1t232b2d 1w:05161c1r2127292f2t2v
1x:010r0t0v171g22232a2b2z 1y:0d0s141b1r1u23242i2y
1z:0304050b0i0l0m0q0r0u0x0y0z13141518191i1k1n202728292s2u2v2w 20:05070z1f1g222g2y
21:05090o0u0w191c1o1r1w27292f2q2t2v 22:000c0g0k0o0r0t0u0v101213171a1b1e1g1j1o1u1x2023252b2j2n2p2r2x
23:010i0j0m0r0t0v0w10121b1e1g1j1t1u1v1x1y222a2b2p2z 24:030w141s 25:0k1g222p 26:0c0e0f0g0o0x1a1d2k2q
27:181c1o1p1w2f2v 28:050b0d0i0s191k 29:050b0o0q0r0w18191c1o1r1w1z21272f2q2t2v 2a:010r0s0u0v101g1x22232b2z
2b:010k0o0r0v0w10121b1g1j1o1u1x22232a2m2n2x2z 2d:0j0t0w1s1t1v24 2e:0a0p0x151g1h1q
2f:0102070m0z1618191c1o1p1r1u1w20212728292g2q2t2v 2g:070m0w0z121f1j202b 2h:0b0d0i0t0u0w0y191c1i1o1r1t28
2i:050s141y2m2y 2j:0k16171m2o2p 2k:0e0f0g0o0w0x1a1d26 2m:0g0j0t0x161l1m2o2s 2n:1e1g1x2223252x2z
2o:05080f0k0t16171e1m2j2m2p 2p:020e0f0g0i0k0o0r0s0w0x13171a1d1e1g1j1o1t2223252b2f2j2o2x
2q:0c0e0f0g0h0m0o0x171a1d1g22262k2p 2r:1b25 2s:16191l1m1n2m 2t:050n1c1o1p1r1t1w21292f2v
2u:020d0i0n0q0u18191k1l1n1p1r1z2s 2v:0k141a1k1n1r1w1z2427292f2t 2w:050i0s161m1z 2x:0k12131g1o1u22252b2n2p
2y:050s142g2i 2z:010r0v101x232a2b2n`;

function decodePerson(row: string): NetworkNode {
  const [id, ...values] = row.split(",");
  return { id: id!, attributes: Object.fromEntries(COLUMNS.map((column, i) => [column, values[i]!])) };
}

function decodeGiver(row: string): Arc[] {
  const [giver, receivers] = row.split(":");
  const source = Number.parseInt(giver!, 36);
  return receivers!.match(/../g)!.map((digits) => ({ source, target: Number.parseInt(digits, 36), weight: 1 }));
}

export const arangDakHelp: Network = {
  name: "arang-dak-help",
  nodes: PERSONS.trim().split(/\s+/).map(decodePerson),
  arcs: GIVERS.trim().split(/\s+/).flatMap(decodeGiver),
  foci: [],
};
