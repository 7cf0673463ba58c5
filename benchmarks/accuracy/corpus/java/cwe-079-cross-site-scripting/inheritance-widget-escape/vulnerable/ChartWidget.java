package dash;

class ChartWidget extends Widget {
    @Override
    String text(String label) {
        return label.strip();
    }
}
