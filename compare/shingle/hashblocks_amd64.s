//go:build !purego

#include "textflag.h"

DATA lower<>+0(SB)/8, $0x2020202020202020
DATA lower<>+8(SB)/8, $0x2020202020202020
GLOBL lower<>(SB), RODATA|NOPTR, $16
DATA letterA<>+0(SB)/8, $0x6161616161616161
DATA letterA<>+8(SB)/8, $0x6161616161616161
GLOBL letterA<>(SB), RODATA|NOPTR, $16
DATA toZ<>+0(SB)/8, $0x1919191919191919
DATA toZ<>+8(SB)/8, $0x1919191919191919
GLOBL toZ<>(SB), RODATA|NOPTR, $16
DATA zero<>+0(SB)/8, $0x3030303030303030
DATA zero<>+8(SB)/8, $0x3030303030303030
GLOBL zero<>(SB), RODATA|NOPTR, $16
DATA toNine<>+0(SB)/8, $0x0909090909090909
DATA toNine<>+8(SB)/8, $0x0909090909090909
GLOBL toNine<>(SB), RODATA|NOPTR, $16

// What fold makes the halves of a word unlike by.
DATA first<>+0(SB)/8, $0xA0761D6478BD642F
GLOBL first<>(SB), RODATA|NOPTR, $8
DATA second<>+0(SB)/8, $0xE7037ED1A0B428DB
GLOBL second<>(SB), RODATA|NOPTR, $8

// CLASSES sets a bit of plain for each of sixteen bytes that is an ASCII letter or digit,
// and a bit of wide for each that is beyond ASCII. A byte c lies in a range when c less
// its first one, as an unsigned byte, is the smaller of itself and the range's length.
#define CLASSES(at, plain, wide) \
	MOVOU    at(SI), X0 \
	PMOVMSKB X0, wide   \
	MOVO     X0, X1     \
	POR      X15, X0    \
	PSUBB    X14, X0    \
	MOVO     X0, X2     \
	PMINUB   X13, X2    \
	PCMPEQB  X2, X0     \
	PSUBB    X12, X1    \
	MOVO     X1, X2     \
	PMINUB   X11, X2    \
	PCMPEQB  X2, X1     \
	POR      X1, X0     \
	PMOVMSKB X0, plain

// ADD16 shifts sixteen more bits into plain (AX) and wide (BX).
#define ADD16 \
	SHLQ $16, AX \
	SHLQ $16, BX \
	ORQ  CX, AX  \
	ORQ  DX, BX

// func hashBlocks(dst []uint64, body string, r reader) (n int, next reader)
//
// Places in the body are counted from the block at hand on.
//
//	SI   the block                   DI   where the next hash goes
//	R11  the end of the body         R10  the last place for that before a block
//	R12  the end of what is clear
//	R8   ends of words, a bit each   R13  the start of the word that ends next
//	R9   starts behind that          R15  goesOn, and before that plain
//	R14  what the first half is made unlike by
TEXT ·hashBlocks(SB), NOSPLIT, $0-112
	MOVQ  dst_base+0(FP), DI
	MOVQ  dst_len+8(FP), R10
	LEAQ  -512(DI)(R10*8), R10
	MOVQ  body_base+24(FP), SI
	MOVQ  body_len+32(FP), R11
	MOVQ  r_at+40(FP), AX
	MOVQ  r_clear+48(FP), R12
	MOVQ  r_start+56(FP), R13
	MOVQ  r_goesOn+64(FP), R15
	ADDQ  AX, SI
	SUBQ  AX, R11
	SUBQ  AX, R12
	SUBQ  AX, R13
	MOVOU lower<>(SB), X15
	MOVOU letterA<>(SB), X14
	MOVOU toZ<>(SB), X13
	MOVOU zero<>(SB), X12
	MOVOU toNine<>(SB), X11
	MOVQ  first<>(SB), R14

nextBlock:
	CMPQ R11, $80
	JLT  done
	CMPQ DI, R10
	JHI  done
	CLASSES(48, AX, BX)
	CLASSES(32, CX, DX)
	ADD16
	CLASSES(16, CX, DX)
	ADD16
	CLASSES(0, CX, DX)
	ADD16
	TESTQ BX, BX
	JZ    clear
	CMPQ  R12, $64
	JLT   done

clear:
	LEAQ   (R15)(AX*2), R8 // before
	MOVQ   R8, R9
	NOTQ   R9
	ANDQ   AX, R9          // starts: plain, and not before
	MOVQ   AX, CX
	NOTQ   CX
	ANDQ   CX, R8          // ends: before, and not plain
	TESTQ  R15, R15
	MOVQ   AX, R15
	JNZ    begun
	TZCNTQ R9, R13
	LEAQ   -1(R9), CX
	ANDQ   CX, R9

begun:
	SHRQ  $63, R15
	TESTQ R8, R8
	JZ    blockDone

word:
	TZCNTQ R8, BX
	SUBQ   R13, BX // bytes of the word
	MOVQ   BX, CX  // of which these are left
	CMPQ   BX, $16
	JGT    long

hash:
	SHLQ   $3, CX
	NEGQ   CX
	ADDQ   $64, CX // bits missing of the first half, or below zero those that go to the second
	MOVQ   CX, DX
	SARQ   $63, DX // all bits set when some do
	MOVQ   (SI)(R13*1), AX
	MOVQ   8(SI)(R13*1), R13
	ORQ    lower<>(SB), AX
	ORQ    lower<>(SB), R13
	SHLQ   CX, R13
	ANDQ   DX, R13
	NOTQ   DX
	ANDQ   DX, CX
	SHLQ   CX, AX
	XORQ   BX, R13
	XORQ   R14, AX
	XORQ   second<>(SB), R13
	MULQ   R13
	XORQ   DX, AX
	MOVQ   AX, (DI)
	ADDQ   $8, DI
	MOVQ   first<>(SB), R14
	TZCNTQ R9, R13
	LEAQ   -1(R9), CX
	ANDQ   CX, R9
	LEAQ   -1(R8), CX
	ANDQ   CX, R8
	JNZ    word

blockDone:
	ADDQ $64, SI
	SUBQ $64, R11
	SUBQ $64, R12
	SUBQ $64, R13
	JMP  nextBlock

long:
	MOVQ   (SI)(R13*1), AX
	MOVQ   8(SI)(R13*1), DX
	ORQ    lower<>(SB), AX
	ORQ    lower<>(SB), DX
	XORQ   R14, AX
	XORQ   second<>(SB), DX
	MULQ   DX
	XORQ   DX, AX
	XORQ   first<>(SB), AX
	MOVQ   AX, R14
	ADDQ   $16, R13
	TZCNTQ R8, CX
	SUBQ   R13, CX
	CMPQ   CX, $16
	JGT    long
	JMP    hash

done:
	SUBQ dst_base+0(FP), DI
	SHRQ $3, DI
	MOVQ DI, n+72(FP)
	SUBQ body_base+24(FP), SI
	ADDQ SI, R12
	ADDQ SI, R13
	MOVQ SI, next_at+80(FP)
	MOVQ R12, next_clear+88(FP)
	MOVQ R13, next_start+96(FP)
	MOVQ R15, next_goesOn+104(FP)
	RET
