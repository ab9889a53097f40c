package io.weft.launcher.example;

import java.util.List;

/** A tissue with the cell type and the marker genes that are typical of it. */
enum Tissue {
    LIVER("UBERON:0002107", "liver", "hepatocyte", List.of("ALB", "APOA1", "CYP3A4", "TTR", "SERPINA1")),
    HEART("UBERON:0000948", "heart", "cardiomyocyte", List.of("MYH6", "MYH7", "TNNT2", "ACTC1", "NPPA")),
    BRAIN("UBERON:0000955", "brain", "neuron", List.of("RBFOX3", "MAP2", "SYT1", "SNAP25", "GRIN1")),
    BLOOD("UBERON:0000178", "blood", "T cell", List.of("CD3E", "CD4", "CD8A", "IL7R", "PTPRC")),
    KIDNEY("UBERON:0002113", "kidney", "podocyte", List.of("NPHS1", "NPHS2", "WT1", "PODXL", "SYNPO")),
    LUNG("UBERON:0002048", "lung", "alveolar type II cell", List.of("SFTPC", "SFTPB", "ABCA3", "NAPSA", "LAMP3")),
    PANCREAS("UBERON:0001264", "pancreas", "beta cell", List.of("INS", "IAPP", "PDX1", "MAFA", "NKX6-1")),
    SKIN("UBERON:0002097", "skin", "keratinocyte", List.of("KRT5", "KRT14", "TP63", "DSG3", "LORICRIN"));

    private final String term;
    private final String label;
    private final String cell;
    private final List<String> genes;

    Tissue(String term, String label, String cell, List<String> genes) {
        this.term = term;
        this.label = label;
        this.cell = cell;
        this.genes = genes;
    }

    String term() {
        return term;
    }

    String label() {
        return label;
    }

    String cell() {
        return cell;
    }

    List<String> genes() {
        return genes;
    }
}
